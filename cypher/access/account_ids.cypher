// Every account's id.
// mode: read
// sight: none: ids of accounts alone, for the operator's commands
// column id: string
// row: graph.access.Identifier
// order: id
MATCH (account:Account)
RETURN account.id AS id
ORDER BY id
