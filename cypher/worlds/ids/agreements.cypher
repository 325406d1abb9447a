// The next ids of agreements after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (agreement:Agreement)
USING INDEX SEEK agreement:Agreement(id)
WHERE agreement.id > $after
RETURN agreement.id AS id
ORDER BY id
LIMIT $count
