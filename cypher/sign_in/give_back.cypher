// Takes one count back.
// mode: write
// sight: none: counts attempts, under keyed hashes
// param key: string
MATCH (t:Throttle {key: $key})
SET t.count = t.count - 1, t.free_at = null
