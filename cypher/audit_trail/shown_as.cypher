// The ids by which one involvement stands in events: its own, that of its agency's entry and that of its broker's.
// mode: read
// sight: none: ids for a search of the trail, which decides who may ask
// param involvement: string
// column entries: list<string>
// row: graph.audit_trail.ShownAs
// rows: one
MATCH (:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
WITH e, COLLECT { MATCH (x)<-[:MERGED_INTO*0..9]-(one) RETURN one.id } AS ids
RETURN [e.id] + [id IN ids | e.agency_id + '.' + id] + [id IN ids WHERE e.broker_id IS NOT NULL | e.broker_id + '.' + id] AS entries
