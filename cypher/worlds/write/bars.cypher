// Store bars.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.account})
MATCH (person:Person {id: row.person})
CREATE (account)-[bar:BARRED_FROM {id: row.id}]->(person)
SET bar.reason = row.reason
