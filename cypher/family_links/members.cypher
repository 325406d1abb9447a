// The people of a family today.
// mode: read
// sight: none: ids for the transaction, in which the fragment decides who is shown
// param family: string
// param today: date
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (family:Family {id: $family})<-[member:MEMBER_OF]-(x:Person)
WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
RETURN DISTINCT x.id AS id
ORDER BY id
