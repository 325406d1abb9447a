"""Worlds: an area's people, families, agencies, practitioners, involvements and accounts, as one file.

reading (json_world, json_lines) → rules of one record (text, schema, record) → spool → rules of the whole file and of
what is stored (whole_file_rules, stored_facts) → comparing → loading. docs/decisions/import.md says why.
"""
