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
MATCH (request:BreakGlassRequest {id: $request, account: $account})
RETURN request.id AS id, request.person AS person, request.code AS code, request.note AS note,
  request.asked_at AS asked_at, request.lapses_at AS lapses_at,
  CASE WHEN request.state = 'pending' AND request.lapses_at <= $now THEN 'lapsed' ELSE request.state END AS state
