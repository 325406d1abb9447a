CREATE (event:AuditEvent) SET event = $given.facts
