// Removes invitations that have expired.
// mode: write
// sight: none: invitations that nobody can use any more
// param now: datetime
MATCH (i:Invitation)
WHERE i.expires_at <= $now
DETACH DELETE i
