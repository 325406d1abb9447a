// Keep a request for the lead, once for an id and one at a time for an involvement.
// mode: write
// sight: none: ids alone, written after the fragment has decided in the same transaction
// param request: map
// param now: datetime
// column id: string
// column due_at: datetime
// row: graph.leads.OwnRequest
// order: due_at, id
OPTIONAL MATCH (other:LeadRequest {person: $request.person, state: 'waiting'})
WHERE other.involvement = $request.involvement
WITH coalesce(head(collect(other.id)), $request.id) AS id
MERGE (request:LeadRequest {id: id})
ON CREATE SET request += $request, request.id = id, request.state = 'waiting', request.asked_at = $now
RETURN request.id AS id, request.due_at AS due_at
ORDER BY due_at, id
