// Which of some ids, which an account's own form alone can make, changes or hand-overs have.
// mode: read
// sight: none: ids that the account's own form alone can make
// param ids: list<string>
// column id: string
// row: graph.proposals.Touched
// order: id
UNWIND $ids AS wanted
OPTIONAL MATCH (former:Former {id: wanted})
OPTIONAL MATCH (proposal:Proposal {id: wanted})
WITH wanted WHERE former IS NOT NULL OR proposal IS NOT NULL
RETURN wanted AS id
ORDER BY id
