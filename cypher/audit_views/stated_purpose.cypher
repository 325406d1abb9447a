// The purposes stated in a session: for looking, and for the sensitive services of some people.
// mode: read
// sight: none: a session's own words
// param session: string
// column purpose: string
// column sensitive_purpose: string?
// column sensitive_people: list<string>
// row: graph.audit_purposes.StatedPurpose
// rows: one
MATCH (session:Session {id: $session})
WHERE session.audit_purpose IS NOT NULL
RETURN session.audit_purpose AS purpose, session.audit_sensitive_purpose AS sensitive_purpose,
  coalesce(session.audit_sensitive_people, []) AS sensitive_people
