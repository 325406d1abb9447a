// The next ids of involvement types after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (type:InvolvementType)
USING INDEX SEEK type:InvolvementType(code)
WHERE type.code > $after
RETURN type.code AS id
ORDER BY id
LIMIT $count
