MATCH (event:AuditEvent {id: $given.id}) DETACH DELETE event
