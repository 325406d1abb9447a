// The active accounts of some practitioners at one agency.
// mode: read
// sight: none: recipients of notices, each told alone; what a notice says is decided when it is read
// param practitioners: list<string>
// param agency: string
// column id: string
// row: graph.involvement_ends.AccountId
// order: id
UNWIND $practitioners AS wanted
MATCH (:Practitioner {id: wanted})<-[:ACTS_AS]-(v:Account {status: 'active'})-[:OF]->(:Agency {id: $agency})
RETURN DISTINCT v.id AS id
ORDER BY id
