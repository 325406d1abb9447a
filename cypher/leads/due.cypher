// The requests for the lead whose two working days have passed.
// mode: read
// sight: none: the program's own act; nothing of it is shown
// param now: datetime
// column id: string
// column person: string
// column involvement: string
// column account: string
// column due_at: datetime
// row: graph.leads.DueRequest
// order: due_at, id
MATCH (request:LeadRequest {state: 'waiting'})
WHERE request.due_at <= $now
RETURN request.id AS id, request.person AS person, request.involvement AS involvement, request.account AS account,
  request.due_at AS due_at
ORDER BY due_at, id
