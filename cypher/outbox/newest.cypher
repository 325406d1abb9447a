// The mails queued last, with what has become of them.
// mode: read
// sight: none: for operators and in a demonstration; a mail names no client and no family
// param limit: integer
// column id: string
// column to: string
// column subject: string
// column body: string?
// column queued_at: datetime
// column sent_at: datetime?
// column attempts: integer
// column next_attempt_at: datetime?
// column given_up_at: datetime?
// column last_fault: string?
// column repeated: boolean
// row: graph.outbox.Message
// order: queued_at, id
MATCH (m:Message)
WHERE m.queued_at IS NOT NULL
RETURN m.id AS id, m.to AS to, m.subject AS subject, m.body AS body, m.queued_at AS queued_at, m.sent_at AS sent_at,
       m.attempts AS attempts, m.next_attempt_at AS next_attempt_at, m.given_up_at AS given_up_at,
       m.last_fault AS last_fault, coalesce(m.repeated, false) AS repeated
ORDER BY queued_at DESC, id
LIMIT $limit
