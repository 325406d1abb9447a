// Suppose that the practitioner of one account works for another agency from today on, and the account goes with them.
// mode: write
// sight: none: a supposition inside a transaction that is always rolled back
// param wanted: string
// param agency: string
// param today: date
// The involvements stay with the agency for which they are held: no work moves by itself.
MATCH (v:Account {id: $wanted})-[of:OF]->(old:Agency)
MATCH (v)-[:ACTS_AS]->(p:Practitioner)
MATCH (new:Agency {id: $agency})
OPTIONAL MATCH (p)-[work:WORKS_FOR]->(old)
WHERE (work.from IS NULL OR work.from <= $today) AND (work.to IS NULL OR $today < work.to)
SET work.to = $today
WITH DISTINCT v, of, p, new
DELETE of
CREATE (v)-[:OF]->(new)
CREATE (p)-[:WORKS_FOR {from: $today}]->(new)
