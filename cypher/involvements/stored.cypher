// What some involvements say, read by the transaction that changes them.
// mode: read
// sight: none: nothing of it is shown; the transaction has decided that this account may change them
// param involvements: list<string>
// param today: date
// column id: string
// column person: string
// column practitioner: string
// column agency: string
// column type: string
// column from: date?
// column to: date?
// column lead: boolean
// column confirmed: boolean
// column current: boolean
// row: graph.involvement_ends.Stored
// order: id
UNWIND $involvements AS wanted
MATCH (p:Practitioner)-[e:INVOLVED_WITH {id: wanted}]->(x:Person)
USING INDEX SEEK e:INVOLVED_WITH(id)
RETURN e.id AS id, x.id AS person, p.id AS practitioner, e.agency_id AS agency, e.type AS type, e.from AS from, e.to AS to,
  coalesce(e.lead, false) AS lead, coalesce(e.confirmed, false) AS confirmed,
  (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR $today < e.to) AS current
ORDER BY id
