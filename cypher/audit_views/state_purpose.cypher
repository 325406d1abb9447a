// Keep the purpose stated for a session's looks, or, with people, the second one for their sensitive services.
// mode: write
// sight: none: a session's own words
// param session: string
// param purpose: string
// param people: list<string>
MATCH (session:Session {id: $session})
SET session.audit_purpose = CASE WHEN size($people) = 0 THEN $purpose ELSE session.audit_purpose END,
  session.audit_sensitive_purpose = CASE WHEN size($people) = 0 THEN null ELSE $purpose END,
  session.audit_sensitive_people = $people
