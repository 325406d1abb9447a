// Accounts whose username or practitioner's name holds what was typed, for an auditor.
// mode: read
// sight: none: accounts and practitioners are no secret to an auditor
// param account: string
// param typed: string
// param limit: integer
// column id: string
// column username: string
// column role: string
// column status: string
// column agency_name: string
// column practitioner: string?
// row: graph.audit_accounts.FoundAccount
// order: username, id
MATCH (asker:Account {id: $account, role: 'auditor'})
MATCH (v:Account)
MATCH (v)-[:OF]->(va:Agency)
OPTIONAL MATCH (v)-[:ACTS_AS]->(vp:Practitioner)
WITH v, va, vp
WHERE v.username_key CONTAINS $typed OR toLower(vp.name) CONTAINS $typed
RETURN v.id AS id, v.username AS username, v.role AS role, v.status AS status, va.name AS agency_name, vp.name AS practitioner
ORDER BY username, id
LIMIT $limit
