// The ids of some people's involvements.
// mode: read
// sight: none: ids alone, for the operator's commands, which then ask the fragment
// param people: list<string>
// column id: string
// row: graph.access.Identifier
// order: id
UNWIND $people AS one
MATCH (person:Person {id: one})
MATCH (person)<-[involvement:INVOLVED_WITH]-(:Practitioner)
RETURN DISTINCT involvement.id AS id
ORDER BY id
