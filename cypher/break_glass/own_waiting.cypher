// An account's own requests for emergency access that wait, the newest first.
// mode: read
// sight: none: an account's own requests; they hold no name
// param account: string
// param now: datetime
// column id: string
// column person: string
// column code: string
// column note: string
// column asked_at: datetime
// column lapses_at: datetime
// column state: string
// row: graph.break_glass_requests.OwnRequest
// order: asked_at, id
MATCH (request:BreakGlassRequest {account: $account, state: 'pending'})
WHERE $now < request.lapses_at
RETURN request.id AS id, request.person AS person, request.code AS code, request.note AS note,
  request.asked_at AS asked_at, request.lapses_at AS lapses_at, request.state AS state
ORDER BY asked_at DESC, id DESC
