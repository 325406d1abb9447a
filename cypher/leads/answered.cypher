// Whether an account has agreed to a request for the lead itself.
// mode: read
// sight: none: what the account did itself
// param request: string
// param account: string
// column id: string
// row: graph.proposals.Touched
// rows: one
MATCH (request:LeadRequest {id: $request, state: 'agreed'})
WHERE request.settled_by = $account
RETURN request.id AS id
