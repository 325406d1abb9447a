// Keep a request for emergency access to somebody shielded; keeping it again changes nothing.
// mode: write
// sight: none: break_glass/sight has decided in the same transaction that the account may ask
// param request: map
// param now: datetime
// param lapses_at: datetime
MERGE (request:BreakGlassRequest {id: $request.id})
ON CREATE SET request.account = $request.account, request.agency = $request.agency, request.person = $request.person,
  request.code = $request.code, request.note = $request.note, request.code_key = $request.code_key,
  request.asked_at = $now, request.lapses_at = $lapses_at, request.state = 'pending'
