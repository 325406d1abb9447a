// Store accounts; a new one of a long import stays without a status, hence without sight, until it is complete.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (agency:Agency {id: row.agency})
USING INDEX SEEK agency:Agency(id)
MERGE (account:Account {id: row.id})
SET account += {username: row.username, username_key: row.username_key, role: row.role, areas: row.areas,
  password_hash: coalesce(row.password_hash, account.password_hash),
  pending_status: CASE WHEN row.pending AND account.status IS NULL THEN row.status END,
  status: CASE WHEN row.pending AND account.status IS NULL THEN null
    WHEN account.status = 'invited' AND row.status = 'suspended' THEN 'invited' ELSE row.status END}
CREATE (account)-[:OF]->(agency)
