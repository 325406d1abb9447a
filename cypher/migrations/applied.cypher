// Which migrations this database has, oldest first.
// mode: read
// sight: none: the schema holds nobody's data
// column version: string
// column checksum: string
// column applied_at: datetime
// row: graph.schema.AppliedMigration
// order: version
MATCH (migration:Migration)
RETURN migration.version AS version, migration.checksum AS checksum, migration.applied_at AS applied_at
ORDER BY version
