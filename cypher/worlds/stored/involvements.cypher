// The involvements with these ids, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (practitioner:Practitioner)-[involvement:INVOLVED_WITH {id: wanted}]->(person:Person)
USING INDEX SEEK involvement:INVOLVED_WITH(id)
RETURN involvement.id AS id, involvement {.id, practitioner: practitioner.id, agency: involvement.agency_id,
  person: person.id, .type, .role, .lead, .sensitive, .basis, .from, .to, broker: involvement.broker_id,
  .last_confirmed, .source, .confirmed} AS record
ORDER BY id
