"""The example family of docs/visibility: its world, what each rule decides about it, and its pictures."""
