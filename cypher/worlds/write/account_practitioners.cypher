// Join these accounts to the practitioners they act as.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.id})
USING INDEX SEEK account:Account(id)
MATCH (practitioner:Practitioner {id: row.practitioner})
USING INDEX SEEK practitioner:Practitioner(id)
CREATE (account)-[:ACTS_AS]->(practitioner)
