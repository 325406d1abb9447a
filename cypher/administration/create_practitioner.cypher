// Stores a practitioner who works for an agency from a day on; one with this id stays as it is.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param record: map
// param agency: string
// param from_day: date
// param now: datetime
MATCH (a:Agency {id: $agency})
MERGE (p:Practitioner {id: $id})
ON CREATE SET p += $record, p.administered_at = $now
MERGE (p)-[w:WORKS_FOR]->(a)
ON CREATE SET w.from = $from_day
