// The sharing agreements with these ids and their signatures, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (agreement:Agreement {id: wanted})
USING INDEX SEEK agreement:Agreement(id)
RETURN agreement.id AS id, agreement {.id, .name, .from, .to,
  signatures: [(signer:Agency)-[signed:SIGNED]->(agreement) | {agency: signer.id, signed_on: signed.on}]} AS record
ORDER BY id
