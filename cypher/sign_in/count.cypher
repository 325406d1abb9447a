// Counts one more under a key unless it must wait, and tells which.
// mode: write
// sight: none: counts attempts, under keyed hashes
// param key: string
// param limit: integer
// param now: datetime
// param window_start: datetime
// param expires_at: datetime
// param longest_wait: integer
// column allowed: boolean
// column used: integer
// column wait_seconds: integer
// row: graph.throttles.Allowance
// rows: one
MERGE (t:Throttle {key: $key})
// This write takes the lock before the count is read; without it two processes would read the same count.
SET t.locked_at = $now
WITH t, coalesce(t.since <= $window_start, true) AS over
WITH t, over, CASE WHEN over THEN 0 ELSE t.count END AS used,
     over OR t.free_at IS NULL OR t.free_at <= $now AS allowed
WITH t, over, allowed, CASE WHEN allowed THEN used + 1 ELSE used END AS used
WITH t, over, allowed, used,
     CASE WHEN used < $limit THEN 0
          WHEN used - $limit > 20 THEN $longest_wait
          WHEN toInteger(2 ^ (used - $limit)) > $longest_wait THEN $longest_wait
          ELSE toInteger(2 ^ (used - $limit)) END AS pause
// Without a pause nothing is noted: the next to be counted may have begun a moment earlier.
FOREACH (counted IN CASE WHEN allowed THEN [t] ELSE [] END |
  SET counted.since = CASE WHEN over THEN $now ELSE counted.since END,
      counted.count = used,
      counted.free_at = CASE WHEN pause > 0 THEN $now + duration({seconds: pause}) END,
      counted.expires_at = $expires_at)
RETURN allowed AS allowed, used AS used,
       CASE WHEN allowed THEN 0 ELSE 1 + duration.inSeconds($now, t.free_at).seconds END AS wait_seconds
