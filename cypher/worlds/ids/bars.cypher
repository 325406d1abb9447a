// The next ids of bars after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (:Account)-[bar:BARRED_FROM]->(:Person)
USING INDEX SEEK bar:BARRED_FROM(id)
WHERE bar.id > $after
RETURN bar.id AS id
ORDER BY id
LIMIT $count
