// Takes some accounts whose day of hearing of changes has come, so that no other process tells them too.
// mode: write
// sight: none: accounts alone; what each is told is decided by the fragment in the same transaction
// param limit: integer
// param now: datetime
// param today: date
// column account: string
// column since: datetime
// column email: string?
// row: graph.digests.Telling
// order: account
MATCH (v:Account)
WHERE v.digest IN ['daily', 'weekly'] AND v.status = 'active'
  AND v.digest_on + duration({days: CASE v.digest WHEN 'daily' THEN 1 ELSE 7 END}) <= $today
WITH v ORDER BY v.id LIMIT $limit
// This write takes the lock before the day is read again; without it two processes would both tell.
SET v.touched_at = $now
REMOVE v.touched_at
WITH v, v.digest_at AS since
WHERE v.digest_on + duration({days: CASE v.digest WHEN 'daily' THEN 1 ELSE 7 END}) <= $today
SET v.digest_at = $now, v.digest_on = $today
RETURN v.id AS account, since AS since, head([(v)-[:ACTS_AS]->(p:Practitioner) | p.email]) AS email
ORDER BY account
