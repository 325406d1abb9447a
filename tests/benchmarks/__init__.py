"""Figures of one machine, as ratios taken in one run. No test: nothing here asserts a time."""
