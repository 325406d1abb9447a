// Keep why a session looks in an emergency.
// mode: write
// sight: none: a session's own words
// param session: string
// param code: string
// param note: string
MATCH (session:Session {id: $session})
SET session.emergency_code = $code, session.emergency_note = $note
