// The involvements as lead practitioner with these people.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column practitioner: string
// column agency: string
// column person: string
// column from: date
// column to: date?
// column lead: boolean
// column broker: string?
// row: graph.worlds.stored_facts.StoredInvolvement
// order: id
UNWIND $ids AS wanted
MATCH (person:Person {id: wanted})<-[involvement:INVOLVED_WITH]-(practitioner:Practitioner)
USING INDEX SEEK person:Person(id)
WHERE involvement.lead
RETURN involvement.id AS id, practitioner.id AS practitioner, involvement.agency_id AS agency, person.id AS person,
  involvement.from AS from, involvement.to AS to, involvement.lead AS lead, involvement.broker_id AS broker
ORDER BY id
