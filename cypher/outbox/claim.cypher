// Takes some mails that are due, the one due longest first, so that nobody else takes them before the lease ends.
// mode: write
// sight: none: a mail names no client and no family
// param claim: string
// param limit: integer
// param now: datetime
// param until: datetime
// column id: string
// column to: string
// column subject: string
// column body: string
// column repeated: boolean
// row: graph.outbox.Mail
// order: id
MATCH (m:Message)
WHERE m.next_attempt_at <= $now AND coalesce(m.claimed_until <= $now, true)
WITH m ORDER BY m.next_attempt_at, m.id LIMIT $limit
// This write takes the lock before the claim is read again; without it two processes would both take a mail.
SET m.touched_at = $now
WITH m
WHERE m.next_attempt_at <= $now AND coalesce(m.claimed_until <= $now, true)
// Begun and never marked: whoever had it ended in the middle, so that it may have been sent.
SET m.claimed_by = $claim, m.claimed_until = $until, m.repeated = coalesce(m.repeated, false) OR m.begun_at IS NOT NULL
RETURN m.id AS id, m.to AS to, m.subject AS subject, m.body AS body, m.repeated AS repeated
ORDER BY id
