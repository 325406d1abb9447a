// Which of some involvement ids are stored.
// mode: read
// sight: none: ids alone, for the operator's commands, which then ask the fragment
// param wanted: list<string>
// column id: string
// row: graph.access.Identifier
// order: id
UNWIND $wanted AS one
MATCH (:Practitioner)-[involvement:INVOLVED_WITH {id: one}]->(:Person)
RETURN DISTINCT involvement.id AS id
ORDER BY id
