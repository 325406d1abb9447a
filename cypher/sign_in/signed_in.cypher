// The active account behind a session, which is noted as in use when the last note is older than a minute.
// mode: write
// sight: none: an account's own particulars
// param session: string
// param idle_since: datetime
// param seen_before: datetime
// param now: datetime
// param today: date
// column account: string
// column username: string
// column role: string
// column agency: string
// column agency_name: string
// column practitioner: string?
// column areas: list<string>
// column display_name: string
// column broken_until: list<map>
// row: graph.sessions.SignedIn
// rows: one
MATCH (s:Session {id: $session})-[:OF_ACCOUNT]->(v:Account)-[:OF]->(a:Agency)
WHERE s.awaiting IS NULL AND s.last_seen_at > $idle_since AND s.expires_at > $now
  AND v.status = 'active' AND a.status <> 'suspended'
  // Another role may need a second factor that this sign-in was not asked for.
  AND s.role = v.role
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
WITH s, v, a, p
WHERE p IS NULL OR EXISTS {
  MATCH (p)-[w:WORKS_FOR]->(a)
  WHERE (w.from IS NULL OR w.from <= $today) AND (w.to IS NULL OR $today < w.to)
}
FOREACH (stale IN CASE WHEN s.last_seen_at < $seen_before THEN [s] ELSE [] END | SET stale.last_seen_at = $now)
RETURN v.id AS account, v.username AS username, v.role AS role, a.id AS agency, a.name AS agency_name,
       p.id AS practitioner, coalesce(v.areas, []) AS areas, coalesce(p.name, v.username) AS display_name,
       CASE WHEN a.status = 'live' AND v.role IN ['practitioner', 'coordinator'] THEN COLLECT {
         MATCH (grant:Grant {kind: 'break_glass'})
         USING INDEX grant:Grant(kind, expires_at)
         WHERE grant.expires_at > $now AND grant.granted_at <= $now
         MATCH (v)-[:HOLDS]->(grant)-[:FOR]->(x:Person)
         RETURN grant {.id, person: x.id, until: grant.expires_at}
         ORDER BY grant.expires_at, grant.id
       } ELSE [] END AS broken_until
