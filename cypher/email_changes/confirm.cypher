// Uses a link once: the address becomes that of its practitioner or agency; again with the same use it answers alike.
// mode: write
// sight: none: whoever holds the link, the address it was sent to
// param id: string
// param use: string
// param now: datetime
// column kind: string
// column of: string
// column email: string
// column before: string?
// column account: string
// column role: string
// column agency: string
// row: graph.email_changes.ConfirmedAddress
// rows: one
MATCH (change:EmailChange {id: $id})
// This write takes the lock before the state is read; without it a link could be used twice at once.
SET change.touched_at = $now
WITH change
MATCH (by:Account {id: change.asked_by, status: 'active'})-[:OF]->(own:Agency)
WHERE own.status <> 'suspended'
  AND (change.used_by = $use OR (change.used_at IS NULL AND change.expires_at > $now))
OPTIONAL MATCH (p:Practitioner {id: change.of})
OPTIONAL MATCH (a:Agency {id: change.of})
WITH change, by, own, CASE change.kind WHEN 'agency' THEN a ELSE p END AS reached
WITH change, by, own, reached, reached.email AS before
SET change.used_at = coalesce(change.used_at, $now), change.used_by = $use,
  reached.email = change.email, reached.contacts_changed_at = $now
RETURN change.kind AS kind, change.of AS of, change.email AS email, before AS before, by.id AS account,
  by.role AS role, own.id AS agency
