// The active account behind a sign-in whose second factor is outstanding.
// mode: read
// sight: none: an account's own particulars
// param session: string
// param now: datetime
// param today: date
// column account: string
// column username: string
// column role: string
// column agency: string
// column awaiting: string
// column salt: string?
// column last_step: integer?
// row: graph.second_factor.Awaiting
// rows: one
MATCH (s:Session {id: $session})-[:OF_ACCOUNT]->(v:Account)-[:OF]->(a:Agency)
WHERE s.awaiting IS NOT NULL AND s.expires_at > $now
  AND v.status = 'active' AND a.status <> 'suspended' AND s.role = v.role
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
WITH s, v, a, p
WHERE p IS NULL OR EXISTS {
  MATCH (p)-[w:WORKS_FOR]->(a)
  WHERE (w.from IS NULL OR w.from <= $today) AND (w.to IS NULL OR $today < w.to)
}
RETURN v.id AS account, v.username AS username, v.role AS role, a.id AS agency, s.awaiting AS awaiting,
       v.second_factor_salt AS salt, v.second_factor_step AS last_step
