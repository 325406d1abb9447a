// Every person's id.
// mode: read
// sight: none: ids alone, for the operator's commands, which then ask the fragment
// column id: string
// row: graph.access.Identifier
// order: id
MATCH (person:Person)
RETURN person.id AS id
ORDER BY id
