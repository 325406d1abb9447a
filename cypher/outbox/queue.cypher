// Puts a mail into the outbox, due at once; the same mail given again stays as it is.
// mode: write
// sight: none: a mail names no client and no family
// param id: string
// param to: string
// param subject: string
// param body: string
// param now: datetime
MERGE (m:Message {id: $id})
ON CREATE SET m.to = $to, m.subject = $subject, m.body = $body, m.queued_at = $now, m.attempts = 0,
              m.next_attempt_at = $now
