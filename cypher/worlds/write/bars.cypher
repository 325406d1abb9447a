// Store bars.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.account})
USING INDEX SEEK account:Account(id)
MATCH (person:Person {id: row.person})
USING INDEX SEEK person:Person(id)
CREATE (account)-[bar:BARRED_FROM {id: row.id}]->(person)
SET bar.reason = row.reason
