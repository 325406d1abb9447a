// Every event that stands in no chain, the oldest first.
// mode: read
// sight: none: an operator's check of the whole trail, which tells ids alone
// column id: string?
// column at: datetime?
// row: graph.audit_verify.UnchainedEvent
// order: event.at, event.id
MATCH (event:AuditEvent)
WHERE event.lane IS NULL OR event.place IS NULL
RETURN event.id AS id, event.at AS at
ORDER BY event.at, event.id
