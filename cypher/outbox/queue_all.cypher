// Puts mails into the outbox, due at once; one that is there already stays as it is.
// mode: write
// sight: none: a mail names no client and no family
// param mails: list<map>
// param now: datetime
UNWIND $mails AS mail
MERGE (m:Message {id: mail.id})
ON CREATE SET m.to = mail.to, m.subject = mail.subject, m.body = mail.body, m.queued_at = $now, m.attempts = 0,
              m.next_attempt_at = $now
