// Store the members of these families.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
UNWIND row.members AS member
MATCH (family:Family {id: row.id})
USING INDEX SEEK family:Family(id)
MATCH (person:Person {id: member.person})
USING INDEX SEEK person:Person(id)
CREATE (person)-[:MEMBER_OF {from: date(member.from), to: date(member.to)}]->(family)
SET person:FamilyMember
