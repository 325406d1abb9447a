// One account of these agencies; nothing for any other.
// mode: read
// sight: none: an account alone, of the administrator's scope
// param account: string
// param agencies: list<string>
// column id: string
// column username: string
// column role: string
// column status: string
// column areas: list<string>
// column email: string?
// column holder_email: string?
// column taken_up: boolean
// column agency: string
// column agency_name: string
// column agency_status: string
// column practitioner: string?
// column name: string?
// column administered_at: datetime?
// column other_administrators: integer
// row: graph.administration.accounts.KeptAccount
// rows: one
MATCH (v:Account {id: $account})-[:OF]->(a:Agency)
WHERE a.id IN $agencies
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
RETURN v.id AS id, v.username AS username, v.role AS role, coalesce(v.status, 'suspended') AS status,
  coalesce(v.areas, []) AS areas, v.email AS email, coalesce(v.email, p.email) AS holder_email, v.password_hash IS NOT NULL AS taken_up,
  a.id AS agency, a.name AS agency_name, coalesce(a.status, 'suspended') AS agency_status,
  p.id AS practitioner, p.name AS name, v.administered_at AS administered_at,
  COUNT { MATCH (a)<-[:OF]-(other:Account {role: 'administrator', status: 'active'}) WHERE other <> v } AS other_administrators
