// Store the signatures of these agreements.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
UNWIND row.signatures AS signature
MATCH (agreement:Agreement {id: row.id})
USING INDEX SEEK agreement:Agreement(id)
MATCH (agency:Agency {id: signature.agency})
USING INDEX SEEK agency:Agency(id)
CREATE (agency)-[:SIGNED {on: date(signature.signed_on)}]->(agreement)
