// Whether a person of this id, which an account's own form makes, is stored already.
// mode: read
// sight: none: an id that the account's own form alone can make
// param id: string
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (x:Person {id: $id})
RETURN x.id AS id
ORDER BY id
