// One person's family with everybody's involvements, for an auditor; sensitive services masked except for named people.
// mode: read
// sight: auditor
// param account: string
// param person: string
// param unmasked: list<string>
// param now: datetime
// param today: date
// column person: map
// column links: list<map>
// column families: list<string>
// column involvements: list<map>
// row: graph.audit_views.FamilyRow
// order: person.id
// What is masked does not leave the database, its id included: the ids of an imported world may speak.
MATCH (v:Account {id: $account, role: 'auditor'})
//! splice visibility/viewer
MATCH (root:Person {id: $person})
CALL (root) {
  RETURN root AS x
  UNION
  MATCH (root)-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(x:Person)
  WHERE (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
    AND (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to)
  RETURN x
}
WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, root, collect(DISTINCT x) AS people
UNWIND people AS x
//! splice visibility/person
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH e, x, p, a, current, coalesce(sensitive, true) AS sensitive
  OPTIONAL MATCH (type:InvolvementType {code: e.type})
  RETURN collect(CASE WHEN sensitive AND NOT x.id IN $unmasked
    THEN {id: null, masked: true, current: current, from: null, to: null, type: null, practitioner: null, agency: null}
    ELSE {
      id: e.id, masked: false, current: current, from: e.from, to: e.to,
      type: coalesce(type.label, e.type), practitioner: p.name, agency: a.name
    }
  END) AS involvements
}
RETURN
  x {.id, .given_name, .family_name, .date_of_birth, .expected_date_of_birth, .deceased_on, .gender, .shielded} AS person,
  COLLECT {
    MATCH (x)-[link:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF]->(other:Person)
    WHERE other IN people
    RETURN link {.id, .qualifier, .from, .to, kind: type(link), from_person: x.id, to_person: other.id}
  } AS links,
  [family IN families | family.name] AS families,
  involvements AS involvements
ORDER BY person.id
