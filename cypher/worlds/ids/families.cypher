// The next ids of families after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (family:Family)
USING INDEX SEEK family:Family(id)
WHERE family.id > $after
RETURN family.id AS id
ORDER BY id
LIMIT $count
