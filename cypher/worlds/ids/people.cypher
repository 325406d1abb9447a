// The next ids of people after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (person:Person)
USING INDEX SEEK person:Person(id)
WHERE person.id > $after
RETURN person.id AS id
ORDER BY id
LIMIT $count
