// Write one event of the audit trail; writing it again changes nothing.
// mode: write
// sight: none: the trail is written, not read
// param event: map
MERGE (event:AuditEvent {id: $event.id})
ON CREATE SET event = $event
