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
// Told as if the account did not work where a sensitive service is masked: how it stands to somebody would tell that it does.
MATCH (asker:Account {id: $account, role: 'auditor'})
MATCH (v:Account {id: $wanted})
//! splice visibility/viewer
UNWIND $people AS one
MATCH (subject:Person {id: one})
CALL (v, va, vp, active, live, standing, agreements, plain_types, findable_types, subject) {
  UNWIND [subject] + COLLECT {
    MATCH (subject)-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(y:Person)
    WHERE (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
      AND (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to)
    RETURN DISTINCT y
  } AS near
  MATCH (near)<-[held:INVOLVED_WITH]-(vp)
  MATCH (a:Agency {id: held.agency_id})
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, near AS x, held AS e, vp AS p, a
  //! splice visibility/person
  //! splice visibility/involvement
  RETURN collect(CASE WHEN coalesce(sensitive, true) AND NOT x.id IN $unmasked THEN e.id END) AS unseen
}
WITH *, subject AS x
//! splice visibility/person but unseen
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
