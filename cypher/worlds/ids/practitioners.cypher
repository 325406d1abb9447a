// The next ids of practitioners after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (practitioner:Practitioner)
USING INDEX SEEK practitioner:Practitioner(id)
WHERE practitioner.id > $after
RETURN practitioner.id AS id
ORDER BY id
LIMIT $count
