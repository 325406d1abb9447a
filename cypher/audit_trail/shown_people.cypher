// The names of the people whom an event showed, for an auditor.
// mode: read
// sight: none: an auditor may know every person
// param auditor: string
// param event: string
// column id: string
// column given_name: string
// column family_name: string
// row: graph.audit_search.ShownPerson
// order: given_name, family_name, id
MATCH (auditor:Account {id: $auditor, role: 'auditor'})
MATCH (event:AuditEvent {id: $event})
UNWIND event.people AS person
CALL (person) {
  MATCH (x:Person {id: person})
  RETURN x
  UNION
  MATCH (:MergedRecord {id: person})-[:MERGED_INTO*1..9]->(x:Person)
  RETURN x
}
RETURN DISTINCT x.id AS id, x.given_name AS given_name, x.family_name AS family_name
ORDER BY given_name, family_name, id
