// An involvement's own request for the lead that waits.
// mode: read
// sight: none: an account's own request, for an involvement that it may change
// param involvement: string
// param person: string
// column id: string
// column due_at: datetime
// row: graph.leads.OwnRequest
// order: due_at, id
MATCH (request:LeadRequest {person: $person, state: 'waiting'})
WHERE request.involvement = $involvement
RETURN request.id AS id, request.due_at AS due_at
ORDER BY due_at, id
