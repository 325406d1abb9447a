// A request for emergency access, for the account that made it.
// mode: read
// sight: none: an account's own request; it holds no name
// param account: string
// param request: string
// param now: datetime
// column id: string
// column person: string
// column code: string
// column note: string
// column asked_at: datetime
// column lapses_at: datetime
// column state: string
// row: graph.break_glass_requests.OwnRequest
// rows: one
// The next one stands in for a request that does not exist: it costs what one costs that is another account's.
CALL () {
  MATCH (request:BreakGlassRequest)
  WHERE request.id >= $request
  RETURN request ORDER BY request.id LIMIT 1
}
WITH request, request.account = $account AS own, request.id = $request AS asked
WITH request WHERE own AND asked
RETURN request.id AS id, request.person AS person, request.code AS code, request.note AS note,
  request.asked_at AS asked_at, request.lapses_at AS lapses_at,
  CASE WHEN request.state = 'pending' AND request.lapses_at <= $now THEN 'lapsed' ELSE request.state END AS state
