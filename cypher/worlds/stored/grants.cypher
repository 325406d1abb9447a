// The grants with these ids, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (account:Account)-[:HOLDS]->(grant:Grant {id: wanted})-[:FOR]->(person:Person)
USING INDEX SEEK grant:Grant(id)
RETURN grant.id AS id, grant {.id, account: account.id, person: person.id, .kind, .reason, .granted_at, .expires_at} AS record
ORDER BY id
