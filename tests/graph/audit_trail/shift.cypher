MATCH (event:AuditEvent)
WHERE event.lane = $given.lane AND event.place >= $given.place
WITH event ORDER BY event.place * $given.by DESC
SET event.place = event.place + $given.by
