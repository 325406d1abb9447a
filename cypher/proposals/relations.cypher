// What one account is to some people, as the fragment decides it: for changes, which ask more than whether somebody may be shown.
// mode: read
// sight: account
// param account: string
// param people: list<string>
// param now: datetime
// param today: date
// column person: string
// column given_name: string?
// column family_name: string?
// column date_of_birth: date?
// column expected_date_of_birth: date?
// column role: string
// column practitioner: string?
// column agency: string
// column active: boolean
// column standing: boolean
// column identity: string
// column direct: boolean
// column lasting: boolean
// column holds: boolean
// column barred: boolean
// column shielded: boolean
// row: graph.relations.Relation
// order: person
// The rows of those who stand in for nobody are dropped by whoever reads them.
// `lasting`: shown in full otherwise than by breaking the glass. `holds`: a current involvement for the account's agency, confirmed or not.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
UNWIND $people AS wanted
WITH DISTINCT v, va, vp, active, live, standing, agreements, plain_types, findable_types, wanted
//! splice stand_in/person
//! splice visibility/person
RETURN x.id AS person,
  CASE WHEN identity <> 'none' THEN x.given_name END AS given_name,
  CASE WHEN identity <> 'none' THEN x.family_name END AS family_name,
  CASE WHEN identity = 'full' THEN x.date_of_birth END AS date_of_birth,
  CASE WHEN identity = 'full' THEN x.expected_date_of_birth END AS expected_date_of_birth,
  v.role AS role, vp.id AS practitioner, va.id AS agency, active AS active, standing AS standing,
  identity AS identity, direct AS direct,
  coalesce(identity = 'full' AND (direct OR around OR opened OR coordinates), false) AS lasting,
  EXISTS {
    MATCH (x)<-[held:INVOLVED_WITH]-(vp)
    WHERE held.agency_id = va.id
      AND (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
  } AS holds,
  barred AS barred, coalesce(x.shielded, true) AS shielded
ORDER BY person
