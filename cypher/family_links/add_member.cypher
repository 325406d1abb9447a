// Make a person a member of a family from today, unless they are one already.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param person: string
// param family: string
// param today: date
MATCH (x:Person {id: $person})
MATCH (family:Family {id: $family})
WHERE NOT EXISTS {
  MATCH (x)-[member:MEMBER_OF]->(family)
  WHERE member.to IS NULL OR $today < member.to
}
CREATE (x)-[:MEMBER_OF {from: $today}]->(family)
SET x:FamilyMember
