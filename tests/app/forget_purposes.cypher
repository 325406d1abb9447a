MATCH (session:Session)
REMOVE session.audit_purpose, session.audit_sensitive_purpose, session.audit_sensitive_people
