// The roles, new accounts among them, that wait for a second administrator in these agencies, the oldest first.
// mode: read
// sight: none: accounts alone, those of the administrator's scope
// param agencies: list<string>
// param now: datetime
// column id: string
// column account: string
// column is_new: boolean
// column username: string
// column name: string?
// column agency: string
// column agency_name: string
// column role: string
// column areas: list<string>
// column role_before: string?
// column areas_before: list<string>
// column practitioner: string?
// column email: string?
// column proposed_by: string
// column proposer: string
// column proposer_practitioner: string?
// column proposer_email: string?
// column holder_email: string?
// column proposed_at: datetime
// column expires_at: datetime
// row: graph.administration.role_changes.RoleChange
// order: proposed_at, id
MATCH (a:Agency)
WHERE a.id IN $agencies
MATCH (a)<-[:FOR_AGENCY]-(c:RoleChange {status: 'open'})
WHERE c.expires_at > $now
MATCH (proposer:Account {id: c.proposed_by})
OPTIONAL MATCH (proposer)-[:ACTS_AS]->(pp:Practitioner)
OPTIONAL MATCH (v:Account {id: c.account})
OPTIONAL MATCH (p:Practitioner {id: c.practitioner})
RETURN c.id AS id, c.account AS account, c.username IS NOT NULL AS is_new, coalesce(c.username, v.username) AS username,
  p.name AS name, a.id AS agency, a.name AS agency_name, c.role AS role, c.areas AS areas,
  c.role_before AS role_before, coalesce(c.areas_before, []) AS areas_before, c.practitioner AS practitioner,
  c.email AS email, c.proposed_by AS proposed_by, coalesce(pp.name, proposer.username) AS proposer,
  pp.id AS proposer_practitioner, coalesce(proposer.email, pp.email) AS proposer_email,
  coalesce(c.email, v.email, p.email) AS holder_email, c.proposed_at AS proposed_at, c.expires_at AS expires_at
ORDER BY proposed_at, id
