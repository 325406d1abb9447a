// Stores an account that nobody has taken up; one with this id stays as it is.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param record: map
// param agency: string
// param practitioner: string?
// param now: datetime
MATCH (a:Agency {id: $agency})
MERGE (v:Account {id: $id})
ON CREATE SET v += $record, v.status = 'invited', v.administered_at = $now
MERGE (v)-[:OF]->(a)
WITH v
MATCH (p:Practitioner {id: $practitioner})
MERGE (v)-[:ACTS_AS]->(p)
