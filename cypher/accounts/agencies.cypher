// The first agencies by id, for an operator who has to choose one.
// mode: read
// sight: none: agencies alone, for operators
// param limit: integer
// column id: string
// column name: string
// row: graph.accounts.AgencyName
// order: id
MATCH (a:Agency)
RETURN a.id AS id, a.name AS name
ORDER BY id
LIMIT $limit
