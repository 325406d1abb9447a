// The ids under which a person stands in the audit trail: their own, and those of the records that were merged into theirs.
// mode: read
// sight: none: ids for a search of the trail, which decides who may ask
// param person: string
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (:Person {id: $person})<-[:MERGED_INTO*0..9]-(one)
RETURN DISTINCT one.id AS id
ORDER BY id
