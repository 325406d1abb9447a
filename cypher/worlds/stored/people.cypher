// The people with these ids, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (person:Person {id: wanted})
USING INDEX SEEK person:Person(id)
RETURN person.id AS id, person {.id, .given_name, .family_name, .also_known_as, .date_of_birth, 
  .expected_date_of_birth, .deceased_on, .gender, .nhs_number, .upn,
  .local_id, .address, .postcode, .shielded} AS record
ORDER BY id
