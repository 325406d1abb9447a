// One involvement as an auditor, or an administrator of the agency that holds it, may ask about it; no row for anybody else.
// mode: read
// sight: auditor
// param account: string
// param involvement: string
// param unmasked: list<string>
// param now: datetime
// param today: date
// column id: string
// column person: string
// column given_name: string
// column family_name: string
// column initials_only: boolean
// column masked: boolean
// column current: boolean
// column type: string?
// column role: string?
// column practitioner: string?
// column agency: string?
// column from: date?
// column to: date?
// row: graph.audit_views.InvolvementRow
// rows: one
// What is masked, or more than initials for an administrator, does not leave the database.
// The next one in the order of ids stands in for one that does not exist: it costs what one costs that is another agency's.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
CALL () {
  MATCH (p:Practitioner)-[e:INVOLVED_WITH]->(x:Person)
  WHERE e.id >= $involvement
  RETURN p, e, x ORDER BY e.id LIMIT 1
}
MATCH (a:Agency {id: e.agency_id})
WITH *, v.role = 'auditor' OR (v.role = 'administrator' AND a = va) AS may, e.id = $involvement AS asked
WITH * WHERE may AND asked
//! splice visibility/person
//! splice visibility/involvement
WITH e, p, a, x, current, v.role = 'administrator' AS initials_only,
  v.role = 'auditor' AND coalesce(sensitive, true) AND NOT x.id IN $unmasked AS masked
OPTIONAL MATCH (type:InvolvementType {code: e.type})
RETURN e.id AS id, x.id AS person,
  CASE WHEN initials_only THEN left(x.given_name, 1) + '.' ELSE x.given_name END AS given_name,
  CASE WHEN initials_only THEN left(x.family_name, 1) + '.' ELSE x.family_name END AS family_name,
  initials_only AS initials_only, masked AS masked, current AS current,
  CASE WHEN NOT masked THEN coalesce(type.label, e.type) END AS type, CASE WHEN NOT masked THEN e.role END AS role,
  CASE WHEN NOT masked THEN p.name END AS practitioner, CASE WHEN NOT masked THEN a.name END AS agency,
  CASE WHEN NOT masked THEN e.from END AS from, CASE WHEN NOT masked THEN e.to END AS to
