// How many events there are.
// mode: read
// sight: none: a number, for the progress of an operator's check
// column events: integer
// row: graph.audit_verify.EventCount
// rows: one
MATCH (event:AuditEvent)
RETURN count(event) AS events
