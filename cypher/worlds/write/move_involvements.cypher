// Move stored involvements whose practitioner or person is another now; what else is known of them is kept.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (holder:Practitioner)-[old:INVOLVED_WITH {id: row.id}]->(former:Person)
USING INDEX SEEK old:INVOLVED_WITH(id)
WHERE holder.id <> row.practitioner OR former.id <> row.person
MATCH (practitioner:Practitioner {id: row.practitioner})
USING INDEX SEEK practitioner:Practitioner(id)
MATCH (person:Person {id: row.person})
USING INDEX SEEK person:Person(id)
WITH old, former, practitioner, person, properties(old) AS kept
DELETE old
CREATE (practitioner)-[moved:INVOLVED_WITH]->(person)
SET moved = kept
SET person:Client
WITH DISTINCT former
WHERE NOT EXISTS { (former)<-[:INVOLVED_WITH]-(:Practitioner) }
REMOVE former:Client
