// The next ids of grants after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (grant:Grant)
USING INDEX SEEK grant:Grant(id)
WHERE grant.id > $after
RETURN grant.id AS id
ORDER BY id
LIMIT $count
