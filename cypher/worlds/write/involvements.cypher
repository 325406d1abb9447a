// Store involvements; when one was first stored stays as it was.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (practitioner:Practitioner {id: row.practitioner})
USING INDEX SEEK practitioner:Practitioner(id)
MATCH (person:Person {id: row.person})
USING INDEX SEEK person:Person(id)
MERGE (practitioner)-[involvement:INVOLVED_WITH {id: row.id}]->(person)
ON CREATE SET involvement.recorded_at = datetime(row.recorded_at)
SET person:Client
SET involvement += {agency_id: row.agency, type: row.type, role: row.role, lead: row.lead, sensitive: row.sensitive,
  basis: row.basis, from: date(row.from), to: date(row.to), broker_id: row.broker,
  last_confirmed: date(row.last_confirmed), source: row.source, confirmed: row.confirmed}
