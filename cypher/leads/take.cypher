// Let one involvement lead for its person, and no other that is not over; answers those that led.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; nothing of it is shown
// param person: string
// param involvement: string
// param today: date
// param now: datetime
// column id: string
// column practitioner: string
// column agency: string
// row: graph.leads.Displaced
// order: id
MATCH (x:Person {id: $person})<-[e:INVOLVED_WITH {id: $involvement}]-(:Practitioner)
USING INDEX SEEK e:INVOLVED_WITH(id)
SET e.lead = true, e.led_since = $now
WITH x, e
MATCH (x)<-[other:INVOLVED_WITH]-(p:Practitioner)
WHERE other <> e AND other.lead AND (other.to IS NULL OR $today < other.to)
SET other.lead = false, other.led_since = null
RETURN other.id AS id, p.id AS practitioner, other.agency_id AS agency
ORDER BY id
