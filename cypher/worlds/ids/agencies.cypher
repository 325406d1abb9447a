// The next ids of agencies after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (agency:Agency)
USING INDEX SEEK agency:Agency(id)
WHERE agency.id > $after
RETURN agency.id AS id
ORDER BY id
LIMIT $count
