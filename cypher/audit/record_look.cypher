// Write the event of a look at a team, and answer when the same account last looked at the same person's team on an earlier day.
// mode: write
// sight: none: the trail is written, and only the asking account's own looks are read
// param event: map
// param day_began: datetime
// column is_new: boolean
// column looked_before: datetime?
// row: graph.looks.RecordedLook
// rows: one
CALL () {
  OPTIONAL MATCH (earlier:AuditEvent {account: $event.account, kind: $event.kind, subject: $event.subject})
  WHERE earlier.at < $day_began
  RETURN max(earlier.at) AS looked_before
}
MERGE (event:AuditEvent {id: $event.id})
ON CREATE SET event = $event
RETURN coalesce(event.hash = $event.hash, false) AS is_new, looked_before AS looked_before
