// Note how a request for the lead ended.
// mode: write
// sight: none: ids and codes alone
// param request: string
// param state: string
// param account: string?
// param now: datetime
MATCH (request:LeadRequest {id: $request})
SET request.state = $state, request.settled_by = $account, request.settled_at = $now
