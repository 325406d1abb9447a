// Which of some accounts' ids are stored.
// mode: read
// sight: none: ids of accounts alone, for the operator's commands
// param wanted: list<string>
// column id: string
// row: graph.access.Identifier
// order: id
UNWIND $wanted AS one
MATCH (account:Account {id: one})
RETURN DISTINCT account.id AS id
ORDER BY id
