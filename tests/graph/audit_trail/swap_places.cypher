MATCH (one:AuditEvent {id: $given.one})
MATCH (other:AuditEvent {id: $given.other})
WITH one, other, one.place AS place, other.place AS place_of_other
SET other.place = -5
SET one.place = place_of_other
SET other.place = place
