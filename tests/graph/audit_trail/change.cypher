MATCH (event:AuditEvent {id: $given.id}) SET event += $given.facts
