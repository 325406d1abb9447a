// Notes of some involvements that they are asked about, or that nobody answered; only those of which nothing was said meanwhile.
// mode: write
// sight: none: written after reminders/due has decided in the same transaction
// param notes: list<map>
// param now: datetime
// param today: date
// column id: string
// row: graph.proposals.Touched
// order: id
UNWIND $notes AS note
MATCH (p:Practitioner)-[e:INVOLVED_WITH {id: note.involvement}]->(x:Person)
USING INDEX SEEK e:INVOLVED_WITH(id)
// This write takes the lock before the days are read again.
SET e.touched_at = $now
REMOVE e.touched_at
WITH e, note, date('1970-01-01') AS never
WHERE coalesce(e.last_confirmed, never) = coalesce(note.last_confirmed, never)
  AND coalesce(e.asked_on, never) = coalesce(note.asked_on, never) AND (e.to IS NULL OR $today < e.to)
SET e += note.said
RETURN e.id AS id
ORDER BY id
