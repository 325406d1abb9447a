// Notes that agencies go live together under an agreement on a day; the same id again changes nothing.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param on: date
// param agreement: string
// param agencies: list<string>
// param account: string
// param now: datetime
MATCH (agreement:Agreement {id: $agreement})
MERGE (g:GoLive {id: $id})
ON CREATE SET g.on = $on, g.status = 'scheduled', g.scheduled_by = $account, g.scheduled_at = $now
MERGE (g)-[:UNDER]->(agreement)
WITH g
MATCH (a:Agency)
WHERE a.id IN $agencies
MERGE (g)-[:BRINGS]->(a)
