// The involvements that an event showed, each with level and reasons, for an auditor; sensitive services are left out until a second purpose names their people.
// mode: read
// sight: none: an auditor may know every involvement; sensitive ones are masked but for the people a second purpose names
// param auditor: string
// param event: string
// param unmasked: list<string>
// column place: integer
// column level: string
// column reasons: string
// column involvement: string?
// column person: string?
// column given_name: string?
// column family_name: string?
// column type: string?
// column practitioner: string?
// column agency: string?
// row: graph.audit_search.ShownInvolvement
// order: place
// An entry of level agency is AGENCY.PERSON, one of level broker PRACTITIONER.PERSON; an involvement that is stored no
// more is told by its level alone.
MATCH (auditor:Account {id: $auditor, role: 'auditor'})
MATCH (event:AuditEvent {id: $event})
UNWIND range(0, size(coalesce(event.entries, [])) - 1) AS place
WITH place, split(event.entries[place], ' ') AS parts
WITH place, parts, split(parts[0], '.') AS pair
OPTIONAL MATCH (holder:Practitioner)-[e:INVOLVED_WITH {id: parts[0]}]->(with:Person)
OPTIONAL MATCH (a:Agency {id: CASE WHEN e IS NULL AND parts[1] = 'agency' THEN pair[0] ELSE e.agency_id END})
OPTIONAL MATCH (broker:Practitioner {id: CASE WHEN parts[1] = 'broker' THEN pair[0] END})
OPTIONAL MATCH (:MergedRecord {id: pair[1]})-[:MERGED_INTO*1..9]->(kept:Person)
OPTIONAL MATCH (other:Person {id: coalesce(kept.id, pair[1])})
OPTIONAL MATCH (type:InvolvementType {code: e.type})
WITH *, coalesce(with, other) AS x, parts[1] = 'broker' OR e IS NOT NULL
  AND coalesce(e.sensitive OR type.sensitive OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], true) AS sensitive
WITH * WHERE NOT sensitive OR coalesce(x.id IN $unmasked, false)
RETURN place AS place, parts[1] AS level, coalesce(parts[2], '') AS reasons,
  e.id AS involvement, x.id AS person, x.given_name AS given_name, x.family_name AS family_name,
  coalesce(type.label, e.type) AS type,
  coalesce(holder.name, broker.name) AS practitioner,
  a.name AS agency
ORDER BY place
