// Every involvement's id.
// mode: read
// sight: none: ids alone, for the operator's commands, which then ask the fragment
// column id: string
// row: graph.access.Identifier
// order: id
MATCH (person:Person)
MATCH (person)<-[involvement:INVOLVED_WITH]-(:Practitioner)
RETURN involvement.id AS id
ORDER BY id
