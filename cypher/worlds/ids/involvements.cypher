// The next ids of involvements after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (:Practitioner)-[involvement:INVOLVED_WITH]->(:Person)
USING INDEX SEEK involvement:INVOLVED_WITH(id)
WHERE involvement.id > $after
RETURN involvement.id AS id
ORDER BY id
LIMIT $count
