"""The audit trail: its chains, what verify finds, and who was shown whom."""
