// How many mails wait, were sent and were given up.
// mode: read
// sight: none: for operators
// column waiting: integer
// column sent: integer
// column given_up: integer
// row: graph.outbox.Counts
// rows: one
MATCH (m:Message)
RETURN count(m.next_attempt_at) AS waiting, count(m.sent_at) AS sent, count(m.given_up_at) AS given_up
