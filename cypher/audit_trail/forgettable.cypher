// How many events from before an instant still have a payload, and their first and last instant.
// mode: read
// sight: none: an operator's question before payloads are deleted, which tells a number
// param before: datetime
// column events: integer
// column first: datetime?
// column last: datetime?
// row: graph.audit_retention.Forgettable
// rows: one
MATCH (event:AuditEvent)
WHERE event.at < $before AND event.id IS NOT NULL
RETURN count(event) AS events, min(event.at) AS first, max(event.at) AS last
