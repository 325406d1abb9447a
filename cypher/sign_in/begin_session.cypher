// Records a sign-in, complete or awaiting its second factor; the same session given again stays as it is.
// mode: write
// sight: none: an account's own session
// param session: string
// param account: string
// param now: datetime
// param expires_at: datetime
// param awaiting: string?
MATCH (v:Account {id: $account})
MERGE (s:Session {id: $session})
ON CREATE SET s.created_at = $now, s.last_seen_at = $now, s.expires_at = $expires_at,
              s.awaiting = $awaiting, s.role = v.role
MERGE (s)-[:OF_ACCOUNT]->(v)
