// Brings the agencies of a group live that still prepare, with their signatures as of the group's day.
// mode: write
// sight: none: the program's own act, on the day that an administrator chose
// param id: string
// param now: datetime
// column agency: string
// row: graph.administration.go_lives.BroughtLive
// order: agency
MATCH (g:GoLive {id: $id, status: 'scheduled'})-[:UNDER]->(agreement:Agreement)
SET g.status = 'done', g.closed_at = $now
WITH g, agreement
MATCH (g)-[:BRINGS]->(a:Agency {status: 'preparing'})
SET a.status = 'live', a.administered_at = $now
MERGE (a)-[s:SIGNED]->(agreement)
ON CREATE SET s.on = g.on
RETURN a.id AS agency
ORDER BY agency
