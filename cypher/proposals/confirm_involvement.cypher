// Confirm a provisional involvement, as of today; answers its person, none where it is not provisional any more or was ended.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param involvement: string
// param today: date
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (p:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
USING INDEX SEEK e:INVOLVED_WITH(id)
WHERE NOT e.confirmed AND (e.to IS NULL OR $today < e.to)
SET e.confirmed = true, e.last_confirmed = $today
RETURN x.id AS id
ORDER BY id
