// Store new involvements, when they were first stored, and since when their holder is known to lead.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (practitioner:Practitioner {id: row.practitioner})
USING INDEX SEEK practitioner:Practitioner(id)
MATCH (person:Person {id: row.person})
USING INDEX SEEK person:Person(id)
CREATE (practitioner)-[:INVOLVED_WITH {id: row.id, recorded_at: datetime(row.recorded_at), agency_id: row.agency,
  type: row.type, role: row.role, lead: row.lead,
  led_since: CASE WHEN row.lead THEN datetime(row.recorded_at) END, sensitive: row.sensitive, basis: row.basis, from: date(row.from),
  to: date(row.to), broker_id: row.broker, last_confirmed: date(row.last_confirmed), source: row.source,
  confirmed: row.confirmed}]->(person)
SET person:Client
