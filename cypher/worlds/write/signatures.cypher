// Store the signatures of these agreements.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
UNWIND row.signatures AS signature
MATCH (agreement:Agreement {id: row.id})
MATCH (agency:Agency {id: signature.agency})
CREATE (agency)-[:SIGNED {on: date(signature.signed_on)}]->(agreement)
