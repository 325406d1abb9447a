// The requests for the lead for a person that wait.
// mode: read
// sight: none: of these only such are shown as the fragment decides in the same transaction
// param person: string
// column id: string
// column person: string
// column involvement: string
// column account: string
// column practitioner_name: string
// column agency_name: string
// column due_at: datetime
// row: graph.leads.LeadRequest
// order: due_at, id
MATCH (request:LeadRequest {person: $person, state: 'waiting'})
MATCH (:Account {id: request.account})-[:OF]->(agency:Agency)
MATCH (p:Practitioner {id: request.practitioner})
RETURN request.id AS id, request.person AS person, request.involvement AS involvement, request.account AS account,
  p.name AS practitioner_name, agency.name AS agency_name, request.due_at AS due_at
ORDER BY due_at, id
