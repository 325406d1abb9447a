// What the sign-in of a username is checked against, and whether the account is active.
// mode: read
// sight: none: asked before anybody is signed in, shown to nobody
// param username_key: string
// param today: date
// column account: string
// column password_hash: string?
// column active: boolean
// column role: string
// column agency: string
// column has_second_factor: boolean
// row: graph.sessions.Credentials
// rows: one
MATCH (v:Account {username_key: $username_key})-[:OF]->(a:Agency)
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
RETURN v.id AS account, v.password_hash AS password_hash,
       coalesce(v.status = 'active' AND a.status <> 'suspended', false) AND (p IS NULL OR EXISTS {
         MATCH (p)-[w:WORKS_FOR]->(a)
         WHERE (w.from IS NULL OR w.from <= $today) AND (w.to IS NULL OR $today < w.to)
       }) AS active,
       v.role AS role, a.id AS agency, v.second_factor_salt IS NOT NULL AS has_second_factor
