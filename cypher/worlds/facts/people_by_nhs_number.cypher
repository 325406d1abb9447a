// The people with these NHS numbers.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column nhs_number: string
// row: graph.worlds.stored_facts.StoredNumber
// order: id
UNWIND $ids AS wanted
MATCH (person:Person {nhs_number: wanted})
USING INDEX SEEK person:Person(nhs_number)
RETURN person.id AS id, person.nhs_number AS nhs_number
ORDER BY id
