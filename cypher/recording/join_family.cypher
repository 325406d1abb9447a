// Make people members of a family, each until the day that is given, if any; who is one already stays as they are.
// mode: write
// sight: none: written after the fragment has decided in the same transaction, or of people made in the same act
// param family: string
// param members: list<map>
// param by: string
MATCH (family:Family {id: $family})
UNWIND $members AS one
MATCH (x:Person {id: one.person})
WHERE NOT EXISTS { (x)-[:MEMBER_OF]->(family) }
CREATE (x)-[:MEMBER_OF {from: one.from, to: one.to, added_by: $by}]->(family)
SET x:FamilyMember
