// Notes that some claimed mails were sent, their text gone unless it is to be kept, and that others are begun, those that are still the sender's.
// mode: write
// sight: none: a mail names no client and no family
// param sent: list<string>
// param begins: list<string>
// param claim: string
// param now: datetime
// param until: datetime
// param keep_text: boolean
// column id: string
// row: graph.proposals.Touched
// order: id
CALL () {
  UNWIND $sent AS done
  MATCH (m:Message {id: done})
  WHERE m.claimed_by = $claim
  SET m.sent_at = $now, m.attempts = m.attempts + 1, m.body = CASE WHEN $keep_text THEN m.body END
  REMOVE m.next_attempt_at, m.claimed_by, m.claimed_until, m.touched_at, m.begun_at, m.last_fault
}
CALL () {
  UNWIND $begins AS next
  MATCH (m:Message {id: next})
  WHERE m.claimed_by = $claim AND m.next_attempt_at IS NOT NULL
  SET m.begun_at = $now, m.claimed_until = $until
  RETURN m
}
RETURN m.id AS id
ORDER BY id
