// Notes that a claimed mail was sent. Its text goes unless it is to be kept: a link in it may be a key.
// mode: write
// sight: none: a mail names no client and no family
// param id: string
// param claim: string
// param now: datetime
// param keep_text: boolean
MATCH (m:Message {id: $id})
WHERE m.claimed_by = $claim
SET m.sent_at = $now, m.attempts = m.attempts + 1, m.body = CASE WHEN $keep_text THEN m.body END
REMOVE m.next_attempt_at, m.claimed_by, m.claimed_until, m.touched_at, m.last_fault
