// Note that a migration is in place; noting it again changes nothing.
// mode: write
// sight: none: the schema holds nobody's data
// param version: string
// param checksum: string
// param now: datetime
MERGE (migration:Migration {version: $version})
ON CREATE SET migration.checksum = $checksum, migration.applied_at = $now
