// A page of the involvements that one practitioner holds for an administrator's own agency, newest first; no row where the practitioner never worked for it.
// mode: read
// sight: none: an administrator is told what their own agency holds, with a purpose; people as initials
// param account: string
// param practitioner: string
// param skip: integer
// param limit: integer
// column name: string
// column total: integer
// column involvements: list<map>
// row: graph.audit_finding.HeldRow
// rows: one
// People leave the database as initials alone.
MATCH (v:Account {id: $account, role: 'administrator'})-[:OF]->(va:Agency)
MATCH (p:Practitioner {id: $practitioner})
WHERE EXISTS { (p)-[:WORKS_FOR]->(va) }
CALL (p, va) {
  MATCH (p)-[e:INVOLVED_WITH {agency_id: va.id}]->(x:Person)
  OPTIONAL MATCH (type:InvolvementType {code: e.type})
  WITH e, x, type
  ORDER BY e.from DESC, e.id
  RETURN collect({
    id: e.id, person: x.id, initials: left(x.given_name, 1) + '.' + left(x.family_name, 1) + '.',
    type: coalesce(type.label, e.type), from: e.from, to: e.to
  }) AS held
}
RETURN p.name AS name, size(held) AS total, held[$skip..$skip + $limit] AS involvements
