// Shield people, and answer those who were not shielded before.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param people: list<string>
// column id: string
// row: graph.proposals.Touched
// order: id
// A shield that came by a merge of records is somebody's own from now on: undoing the merge leaves it.
UNWIND $people AS wanted
MATCH (x:Person {id: wanted})
WITH x, coalesce(x.shielded, false) AS shielded
SET x.shielded = true
REMOVE x.shielded_by
WITH x WHERE NOT shielded
RETURN x.id AS id
ORDER BY id
