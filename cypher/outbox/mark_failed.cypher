// Notes why a claimed mail was not sent, and when it is tried again; one queued too long ago is given up, its text gone.
// mode: write
// sight: none: a mail names no client and no family
// param id: string
// param claim: string
// param fault: string
// param perhaps: boolean
// param now: datetime
// param given_up_before: datetime
// param first_pause: integer
// param longest_pause: integer
MATCH (m:Message {id: $id})
WHERE m.claimed_by = $claim
WITH m, m.queued_at <= $given_up_before AS over,
     CASE WHEN m.attempts > 20 OR $first_pause * 2 ^ m.attempts > $longest_pause THEN $longest_pause
          ELSE toInteger($first_pause * 2 ^ m.attempts) END AS pause
SET m.attempts = m.attempts + 1, m.last_fault = $fault,
    m.next_attempt_at = CASE WHEN over THEN null ELSE $now + duration({seconds: pause}) END,
    m.given_up_at = CASE WHEN over THEN $now END,
    m.body = CASE WHEN over THEN null ELSE m.body END,
    m.begun_at = CASE WHEN $perhaps THEN m.begun_at END
REMOVE m.claimed_by, m.claimed_until, m.touched_at
