// Forgets what was counted under a key.
// mode: write
// sight: none: counts attempts, under keyed hashes
// param key: string
MATCH (t:Throttle {key: $key})
DELETE t
