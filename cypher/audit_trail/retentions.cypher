// The events which say that payloads from before an instant were deleted, the newest first.
// mode: read
// sight: none: an operator's check of the whole trail, which tells ids alone
// column lane: string?
// column place: integer?
// column objects: list<string>
// row: graph.audit_verify.RetentionEvent
// order: event.at, event.id
MATCH (event:AuditEvent {kind: 'forget_audit'})
WHERE event.at IS NOT NULL
RETURN event.lane AS lane, event.place AS place, coalesce(event.objects, []) AS objects
ORDER BY event.at DESC, event.id DESC
