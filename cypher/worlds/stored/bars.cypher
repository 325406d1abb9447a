// The bars with these ids, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (account:Account)-[bar:BARRED_FROM {id: wanted}]->(person:Person)
USING INDEX SEEK bar:BARRED_FROM(id)
RETURN bar.id AS id, bar {.id, account: account.id, person: person.id, .reason} AS record
ORDER BY id
