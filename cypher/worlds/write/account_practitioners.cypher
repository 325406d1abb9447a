// Join these accounts to the practitioners they act as.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.id})
MATCH (practitioner:Practitioner {id: row.practitioner})
CREATE (account)-[:ACTS_AS]->(practitioner)
