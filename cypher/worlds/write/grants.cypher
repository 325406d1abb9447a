// Store grants.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.account})
USING INDEX SEEK account:Account(id)
MATCH (person:Person {id: row.person})
USING INDEX SEEK person:Person(id)
MERGE (grant:Grant {id: row.id})
SET grant += {kind: row.kind, reason: row.reason, granted_at: datetime(row.granted_at),
  expires_at: datetime(row.expires_at)}
CREATE (account)-[:HOLDS]->(grant)
CREATE (grant)-[:FOR]->(person)
