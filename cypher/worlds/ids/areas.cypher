// The next ids of areas after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (area:Area)
USING INDEX SEEK area:Area(id)
WHERE area.id > $after
RETURN area.id AS id
ORDER BY id
LIMIT $count
