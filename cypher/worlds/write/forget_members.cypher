// Remove the members of these families, who are written anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (former:Person)-[membership:MEMBER_OF]->(family:Family {id: row.id})
USING INDEX SEEK family:Family(id)
DELETE membership
WITH DISTINCT former
WHERE NOT EXISTS { (former)-[:MEMBER_OF]->(:Family) }
REMOVE former:FamilyMember
