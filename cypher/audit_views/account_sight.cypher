// How much one account sees of each of some people, why, and which involvements they have, for an auditor.
// mode: read
// sight: auditor
// param account: string
// param wanted: string
// param people: list<string>
// param unmasked: list<string>
// param now: datetime
// param today: date
// column person: map
// column identity: string
// column near: map
// column families: list<string>
// column involvements: list<map>
// row: graph.audit_accounts.SightRow
// order: person.id
MATCH (asker:Account {id: $account, role: 'auditor'})
MATCH (v:Account {id: $wanted})
//! splice visibility/viewer
UNWIND $people AS one
MATCH (x:Person {id: one})
//! splice visibility/person
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH x, e, p, a, coalesce(sensitive, true) AS sensitive
  WHERE x.id IN $unmasked OR NOT sensitive
  OPTIONAL MATCH (type:InvolvementType {code: e.type})
  RETURN collect({
    id: e.id, from: e.from, to: e.to, type: coalesce(type.label, e.type), practitioner: p.name, agency: a.name
  }) AS involvements
}
RETURN x {.id, .given_name, .family_name, .date_of_birth, .expected_date_of_birth, .deceased_on, .gender, .shielded} AS person,
  identity AS identity,
  {direct: direct, around: around, opened: opened, broken: broken, coordinates: coordinates, barred: barred, shielded: x.shielded} AS near,
  [family IN families | family.name] AS families, involvements AS involvements
ORDER BY person.id
