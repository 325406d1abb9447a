// Lets a practitioner work for an agency from a day on, beside what was before.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param practitioner: string
// param agency: string
// param from_day: date
// param now: datetime
MATCH (p:Practitioner {id: $practitioner})
MATCH (a:Agency {id: $agency})
CREATE (p)-[:WORKS_FOR {from: $from_day}]->(a)
SET p.administered_at = $now
