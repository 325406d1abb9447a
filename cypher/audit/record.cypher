// Write one event of the audit trail; writing it again changes nothing. Answers whether it is new.
// mode: write
// sight: none: the trail is written, not read
// param event: map
// column is_new: boolean
// row: graph.audit.Recorded
// rows: one
MERGE (event:AuditEvent {id: $event.id})
ON CREATE SET event = $event
RETURN coalesce(event.hash = $event.hash, false) AS is_new
