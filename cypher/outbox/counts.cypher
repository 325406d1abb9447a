// How many mails wait, were sent, were given up, and were sent although they may have been sent before.
// mode: read
// sight: none: for operators
// column waiting: integer
// column sent: integer
// column given_up: integer
// column repeated: integer
// row: graph.outbox.Counts
// rows: one
MATCH (m:Message)
RETURN count(m.next_attempt_at) AS waiting, count(m.sent_at) AS sent, count(m.given_up_at) AS given_up,
  count(CASE WHEN m.sent_at IS NOT NULL AND m.repeated THEN 1 END) AS repeated
