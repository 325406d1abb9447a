// Removes sessions that have reached their absolute limit.
// mode: write
// sight: none: sessions that nobody can use any more
// param now: datetime
MATCH (s:Session)
WHERE s.expires_at <= $now
DETACH DELETE s
