// The areas with these ids, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (area:Area {id: wanted})
USING INDEX SEEK area:Area(id)
RETURN area.id AS id, area {.id, .name} AS record
ORDER BY id
