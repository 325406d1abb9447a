// The ids by which one involvement stands in events: its own, that of its agency's entry and that of its broker's.
// mode: read
// sight: none: ids for a search of the trail, which decides who may ask
// param involvement: string
// column entries: list<string>
// row: graph.audit_trail.ShownAs
// rows: one
MATCH (:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
RETURN [e.id, e.agency_id + '.' + x.id] + CASE WHEN e.broker_id IS NOT NULL THEN [e.broker_id + '.' + x.id] ELSE [] END AS entries
