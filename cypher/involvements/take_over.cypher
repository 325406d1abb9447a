// Let a receiver have what was handed over to them, lead included, and end it for whoever held it; none where either has changed meanwhile.
// mode: write
// sight: none: the transaction has decided that this account may accept it
// param former: string
// param involvement: string
// param today: date
// param now: datetime
// column id: string
// column from: date?
// column to: date?
// column lead: boolean
// row: graph.hand_over.TakenOver
// order: id
// An interval holds a day at least: one that began today is over tomorrow.
MATCH (:Practitioner)-[old:INVOLVED_WITH {id: $former}]->(x:Person)
USING INDEX SEEK old:INVOLVED_WITH(id)
MATCH (:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x)
USING INDEX SEEK e:INVOLVED_WITH(id)
WHERE old.confirmed AND NOT e.confirmed
  AND (old.from IS NULL OR old.from <= $today) AND (old.to IS NULL OR $today < old.to)
WITH old, e, old.from AS from, old.to AS to, coalesce(old.lead, false) AS lead
SET e.confirmed = true, e.last_confirmed = $today, e.from = $today, e.lead = lead,
  e.led_since = CASE WHEN lead THEN $now END,
  old.to = CASE WHEN old.from < $today OR old.from IS NULL THEN $today ELSE old.from + duration({days: 1}) END,
  old.lead = false, old.led_since = null
RETURN old.id AS id, from AS from, to AS to, lead AS lead
ORDER BY id
