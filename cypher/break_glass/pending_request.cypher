// The request of an account for one person that still waits, the one under an id first.
// mode: read
// sight: none: an account's own requests
// param account: string
// param person: string
// param request: string
// param now: datetime
// column id: string
// row: graph.break_glass_requests.Asked
// rows: one
MATCH (request:BreakGlassRequest {account: $account})
WHERE request.person = $person
  AND (request.id = $request OR (request.state = 'pending' AND $now < request.lapses_at))
RETURN request.id AS id
ORDER BY request.id = $request DESC, request.asked_at DESC
LIMIT 1
