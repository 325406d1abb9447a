// Whether a practitioner works for an agency on a day, and is to be asked by an account of it.
// mode: read
// sight: none: where practitioners work is no secret among those who name both
// param practitioner: string
// param agency: string
// param day: date
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (p:Practitioner {id: $practitioner})-[work:WORKS_FOR]->(:Agency {id: $agency})
WHERE (work.from IS NULL OR work.from <= $day) AND (work.to IS NULL OR $day < work.to)
RETURN DISTINCT p.id AS id
ORDER BY id
