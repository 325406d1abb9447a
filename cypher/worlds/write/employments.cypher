// Store whom these practitioners work for.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
UNWIND row.works_for AS work
MATCH (practitioner:Practitioner {id: row.id})
USING INDEX SEEK practitioner:Practitioner(id)
MATCH (agency:Agency {id: work.agency})
USING INDEX SEEK agency:Agency(id)
CREATE (practitioner)-[:WORKS_FOR {from: date(work.from), to: date(work.to)}]->(agency)
