// The involvement of whoever leads for a person today, with the accounts that act for it.
// mode: read
// sight: none: nothing of it is shown; who is told is decided by the fragment in the same transaction
// param person: string
// param today: date
// column id: string
// column accounts: list<string>
// row: graph.leads.PresentLead
// order: id
MATCH (:Person {id: $person})<-[e:INVOLVED_WITH]-(p:Practitioner)
WHERE e.lead AND e.confirmed AND (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR $today < e.to)
RETURN e.id AS id, COLLECT {
  MATCH (p)<-[:ACTS_AS]-(v:Account {status: 'active'})-[:OF]->(:Agency {id: e.agency_id})
  RETURN v.id ORDER BY v.id
} AS accounts
ORDER BY id
