// Removes the counts of windows that are over.
// mode: write
// sight: none: counts attempts, under keyed hashes
// param now: datetime
MATCH (t:Throttle)
WHERE t.expires_at <= $now
DELETE t
