"""What administrators keep: accounts, practitioners, agencies, agreements, involvement types. No sight of families."""
