// The practitioners with these ids and whom they work for, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (practitioner:Practitioner {id: wanted})
USING INDEX SEEK practitioner:Practitioner(id)
RETURN practitioner.id AS id, practitioner {.id, .name, .job_title, .landline, .mobile, .email, .preferred_contact, .best_time,
  works_for: [(practitioner)-[work:WORKS_FOR]->(agency:Agency) | {agency: agency.id, from: work.from, to: work.to}]} AS record
ORDER BY id
