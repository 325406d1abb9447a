// Store what has changed about involvements; when one was first stored stays as it was, and who begins to lead does so from now on.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (:Practitioner)-[involvement:INVOLVED_WITH {id: row.id}]->(:Person)
USING INDEX SEEK involvement:INVOLVED_WITH(id)
SET involvement.led_since =
  CASE WHEN row.lead THEN CASE WHEN involvement.lead THEN involvement.led_since ELSE datetime(row.recorded_at) END END
SET involvement += {agency_id: row.agency, type: row.type, role: row.role, lead: row.lead, sensitive: row.sensitive,
  basis: row.basis, from: date(row.from), to: date(row.to), broker_id: row.broker,
  last_confirmed: date(row.last_confirmed), source: row.source, confirmed: row.confirmed}
