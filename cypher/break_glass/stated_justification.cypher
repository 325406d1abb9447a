// Why a session looks in an emergency.
// mode: read
// sight: none: a session's own words
// param session: string
// column code: string
// column note: string
// row: graph.break_glass.Justification
// rows: one
MATCH (session:Session {id: $session})
WHERE session.emergency_code IS NOT NULL
RETURN session.emergency_code AS code, session.emergency_note AS note
