// End the emergency access that an account has by one grant, now.
// mode: write
// sight: none: an account's own grant, or one that a privacy officer reviews
// param account: string
// param grant: string
// param now: datetime
// column person: string
// row: graph.break_glass.Ended
// rows: one
MATCH (v:Account {id: $account})-[:HOLDS]->(grant:Grant {id: $grant, kind: 'break_glass'})-[:FOR]->(x:Person)
WHERE grant.granted_at <= $now AND $now < grant.expires_at
SET grant.expires_at = $now
RETURN x.id AS person
