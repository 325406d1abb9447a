// Whether a request for the lead still waits; asked while its person is held.
// mode: read
// sight: none: the program's own act; nothing of it is shown
// param request: string
// column id: string
// row: graph.proposals.Touched
// rows: one
MATCH (request:LeadRequest {id: $request, state: 'waiting'})
RETURN request.id AS id
