// Into which person's record another one was merged.
// mode: read
// sight: none: an id for the transaction, in which the fragment decides about that person
// param gone: string
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (:MergedRecord {id: $gone})-[:MERGED_INTO]->(x:Person)
RETURN x.id AS id
ORDER BY id
