// Every event that stands in a chain, lane by lane and place by place, with its time as text.
// mode: read
// sight: none: an operator's check of the whole trail, which tells ids alone
// column facts: map
// column at: string?
// row: graph.audit_verify.ChainedEvent
// order: event.lane, event.place
MATCH (event:AuditEvent)
WHERE event.lane IS NOT NULL AND event.place IS NOT NULL
RETURN event {.*, at: null} AS facts, toStringOrNull(event.at) AS at
ORDER BY event.lane, event.place
