// The agencies with these ids, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (agency:Agency {id: wanted})
USING INDEX SEEK agency:Agency(id)
RETURN agency.id AS id, agency {.id, .name, .kind, .sector, .status, .phone, .email} AS record
ORDER BY id
