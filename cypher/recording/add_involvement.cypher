// Store the recorder's own involvement with somebody made in the same act: confirmed at once (visibility.md, "Who may change what").
// mode: write
// sight: none: with a new person, made by an account that may record
// param involvement: map
// param by: string
// param now: datetime
// param today: date
MATCH (p:Practitioner {id: $involvement.practitioner})
MATCH (x:Person {id: $involvement.person})
MERGE (p)-[e:INVOLVED_WITH {id: $involvement.id}]->(x)
ON CREATE SET e.agency_id = $involvement.agency, e.type = $involvement.type, e.role = $involvement.role,
  e.lead = $involvement.lead, e.led_since = CASE WHEN $involvement.lead THEN $now END,
  e.sensitive = $involvement.sensitive, e.basis = $involvement.basis, e.from = $involvement.from, e.source = 'self',
  e.confirmed = true, e.last_confirmed = $today, e.recorded_at = $now,
  e.added_by = $by
SET x:Client
