// Whether a person is, or is going to be, a member of a family.
// mode: read
// sight: none: ids for the transaction, in which the fragment shows the person in full
// param person: string
// param family: string
// param today: date
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (x:Person {id: $person})-[member:MEMBER_OF]->(family:Family {id: $family})
WHERE member.to IS NULL OR $today < member.to
RETURN DISTINCT x.id AS id
ORDER BY id
