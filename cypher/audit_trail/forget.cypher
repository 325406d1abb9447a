// Delete the payloads of some of the events from before an instant; what chains them stays. Answers how many.
// mode: write
// sight: none: retention, by an operator; nothing is read
// param before: datetime
// param limit: integer
// column events: integer
// row: graph.audit_retention.Forgotten
// rows: one
MATCH (event:AuditEvent)
WHERE event.at < $before AND event.id IS NOT NULL
WITH event LIMIT $limit
SET event = event {.at, .lane, .place, .previous, .digest, .hash}
RETURN count(event) AS events
