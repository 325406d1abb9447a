// Shield people, and answer those who were not shielded before.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param people: list<string>
// column id: string
// row: graph.proposals.Touched
// order: id
UNWIND $people AS wanted
MATCH (x:Person {id: wanted})
WHERE NOT coalesce(x.shielded, false)
SET x.shielded = true
RETURN x.id AS id
ORDER BY id
