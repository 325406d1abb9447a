// What one practitioner holds now, or is to begin, for an administrator's own agency: whom by initials alone; no row where they never worked for it.
// mode: read
// sight: none: an administrator is told what their own agency holds, with a purpose; people as initials
// param account: string
// param practitioner: string
// param today: date
// column name: string
// column agency: string
// column held: list<map>
// row: graph.my_involvements.HeldForAgency
// rows: one
// People leave the database as initials alone.
MATCH (v:Account {id: $account, role: 'administrator', status: 'active'})-[:OF]->(va:Agency)
MATCH (p:Practitioner {id: $practitioner})
WHERE EXISTS { (p)-[:WORKS_FOR]->(va) }
CALL (p, va) {
  MATCH (p)-[e:INVOLVED_WITH {agency_id: va.id}]->(x:Person)
  WHERE e.to IS NULL OR $today < e.to
  OPTIONAL MATCH (type:InvolvementType {code: e.type})
  WITH e, x, type
  ORDER BY e.from DESC, e.id
  RETURN collect({
    id: e.id, person: x.id, initials: left(x.given_name, 1) + '.' + left(x.family_name, 1) + '.',
    type_label: coalesce(type.label, e.type), from: e.from, to: e.to, confirmed: coalesce(e.confirmed, false)
  }) AS held
}
RETURN p.name AS name, va.id AS agency, held AS held
