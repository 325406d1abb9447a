// The accounts of those who hold a current, confirmed involvement with a person.
// mode: read
// sight: none: recipients of notices, each told alone; what a notice says is decided when it is read
// param person: string
// param today: date
// column id: string
// row: graph.notices.Holder
// order: id
MATCH (x:Person {id: $person})<-[held:INVOLVED_WITH]-(p:Practitioner)
WHERE held.confirmed AND (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
MATCH (p)<-[:ACTS_AS]-(v:Account)-[:OF]->(a:Agency {id: held.agency_id})
RETURN DISTINCT v.id AS id
ORDER BY id
