// Takes some accounts that nobody has looked at today, of agencies that ask whether work still holds, so that no other process looks at them.
// mode: write
// sight: none: accounts alone; what each is asked about is decided by the fragment in the same transaction
// param limit: integer
// param now: datetime
// param today: date
// column account: string
// column months: integer
// row: graph.reminders.Asking
// order: account
MATCH (a:Agency)
WHERE a.asks_every > 0
MATCH (a)<-[:OF]-(v:Account)
WHERE v.status = 'active' AND v.role IN ['practitioner', 'coordinator'] AND coalesce(v.asked_about_on < $today, true)
WITH v, a ORDER BY v.id LIMIT $limit
// This write takes the lock before the day is read again; without it two processes would both ask.
SET v.touched_at = $now
REMOVE v.touched_at
WITH v, a
WHERE coalesce(v.asked_about_on < $today, true)
SET v.asked_about_on = $today
RETURN v.id AS account, a.asks_every AS months
ORDER BY account
