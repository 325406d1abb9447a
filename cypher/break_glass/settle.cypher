// End the waiting of a request; it answers nothing where it waits no more.
// mode: write
// sight: none: break_glass/may_decide, or that it is the account's own, has been decided in the same transaction
// param request: string
// param state: string
// param decided_by: string
// param now: datetime
// column account: string
// column role: string
// column agency: string
// column person: string
// column code: string
// column note: string
// row: graph.break_glass_requests.Settled
// rows: one
MATCH (request:BreakGlassRequest {id: $request})
// This write takes the lock before the state is read: of two who decide at once, one comes too late.
SET request.locked_at = $now
WITH request WHERE request.state = 'pending' AND $now < request.lapses_at
MATCH (asker:Account {id: request.account})
SET request.state = $state, request.decided_by = $decided_by, request.decided_at = $now
RETURN request.account AS account, asker.role AS role, request.agency AS agency, request.person AS person,
  request.code AS code, request.note AS note
