// Store a provisional involvement, which gives its holder no more than the person's name until somebody confirms it.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param involvement: map
// param now: datetime
MATCH (p:Practitioner {id: $involvement.practitioner})
MATCH (x:Person {id: $involvement.person})
MERGE (p)-[e:INVOLVED_WITH {id: $involvement.id}]->(x)
ON CREATE SET e.agency_id = $involvement.agency, e.type = $involvement.type, e.role = $involvement.role, e.lead = false,
  e.sensitive = $involvement.sensitive, e.basis = $involvement.basis, e.from = $involvement.from,
  e.source = $involvement.source, e.confirmed = false, e.recorded_at = $now
SET x:Client
