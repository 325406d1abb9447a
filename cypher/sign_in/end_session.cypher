// Ends one session.
// mode: write
// sight: none: an account's own session
// param session: string
MATCH (s:Session {id: $session})
DETACH DELETE s
