"""Subject access: reports for a person, and who looked."""
