// Which of some people's ids are stored.
// mode: read
// sight: none: ids alone, for the operator's commands, which then ask the fragment
// param wanted: list<string>
// column id: string
// row: graph.access.Identifier
// order: id
UNWIND $wanted AS one
MATCH (person:Person {id: one})
RETURN DISTINCT person.id AS id
ORDER BY id
