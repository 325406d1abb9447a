// The involvement types with these codes, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (type:InvolvementType {code: wanted})
USING INDEX SEEK type:InvolvementType(code)
RETURN type.code AS id, type {.code, .label, .sensitive, .always_findable} AS record
ORDER BY id
