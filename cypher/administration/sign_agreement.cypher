// Notes that an agency has signed an agreement; one that has signed it before stays with its day.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param agreement: string
// param agency: string
// param on: date
// param now: datetime
MATCH (agreement:Agreement {id: $agreement})
MATCH (a:Agency {id: $agency})
MERGE (a)-[s:SIGNED]->(agreement)
ON CREATE SET s.on = $on
SET agreement.administered_at = $now
