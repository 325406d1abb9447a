// The next ids of accounts after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (account:Account)
USING INDEX SEEK account:Account(id)
WHERE account.id > $after
RETURN account.id AS id
ORDER BY id
LIMIT $count
