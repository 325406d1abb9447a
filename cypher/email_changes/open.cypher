// The e-mail address that a link confirms, while the link can be used and whoever asked has an active account.
// mode: read
// sight: none: whoever holds the link, the address it was sent to
// param id: string
// param now: datetime
// column kind: string
// column email: string
// row: graph.email_changes.WaitingAddress
// rows: one
MATCH (change:EmailChange {id: $id})
WHERE change.used_at IS NULL AND change.expires_at > $now
  AND EXISTS { MATCH (by:Account {id: change.asked_by, status: 'active'})-[:OF]->(a:Agency) WHERE a.status <> 'suspended' }
RETURN change.kind AS kind, change.email AS email
