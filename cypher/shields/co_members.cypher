// The people who share a family with a person today, but for the person.
// mode: read
// sight: none: ids for the transaction and for the privacy queue; who of them is shown is decided by the fragment
// param person: string
// param today: date
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (x:Person {id: $person})-[mine:MEMBER_OF]->(family:Family)
WHERE (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
MATCH (family)<-[theirs:MEMBER_OF]-(other:Person)
WHERE (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to) AND other <> x
RETURN DISTINCT other.id AS id
ORDER BY id
