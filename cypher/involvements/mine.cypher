// Every involvement that an account's practitioner holds or held, for whichever agency: of a past one with somebody who may not be seen, the name and the end alone.
// mode: read
// sight: account
// param account: string
// param now: datetime
// param today: date
// column id: string
// column person: string
// column given_name: string
// column family_name: string
// column identity: string
// column agency: string
// column agency_name: string?
// column type_label: string?
// column role: string?
// column from: date?
// column to: date?
// column lead: boolean
// column confirmed: boolean
// column last_confirmed: date?
// column current: boolean
// column own_agency: boolean
// column may_keep: boolean
// column source: string?
// column asked_on: date?
// column unanswered_on: date?
// column handed_over_on: date?
// column reasons: list<string>
// row: graph.my_involvements.Mine
// order: family_name, given_name, from, id
// A holder's own list of past involvements is the one place that names somebody whom they may not see (visibility.md).
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// The own caseload is the one thing that is anchored on the practitioner: it is what the page lists.
MATCH (vp)-[e:INVOLVED_WITH]->(x:Person)
MATCH (a:Agency {id: e.agency_id})
WITH *, vp AS p
//! splice visibility/person
//! splice visibility/involvement
WITH * WHERE level = 'full' AND (identity <> 'none' OR NOT current)
OPTIONAL MATCH (type:InvolvementType {code: e.type})
WITH *, identity <> 'none' AS seen
RETURN e.id AS id, x.id AS person, x.given_name AS given_name, x.family_name AS family_name, identity AS identity,
  a.id AS agency, CASE WHEN seen THEN a.name END AS agency_name,
  CASE WHEN seen THEN coalesce(type.label, e.type) END AS type_label, CASE WHEN seen THEN e.role END AS role,
  CASE WHEN seen THEN e.from END AS from, e.to AS to, seen AND coalesce(e.lead, false) AS lead,
  coalesce(e.confirmed, false) AS confirmed, CASE WHEN seen THEN e.last_confirmed END AS last_confirmed,
  current AS current, a = va AS own_agency,
  coalesce(seen AND current AND a = va AND direct AND e.confirmed, false) AS may_keep,
  CASE WHEN seen THEN e.source END AS source, CASE WHEN seen THEN e.asked_on END AS asked_on,
  CASE WHEN seen THEN e.unanswered_on END AS unanswered_on, CASE WHEN seen THEN e.handed_over_on END AS handed_over_on,
  reasons AS reasons
ORDER BY family_name, given_name, from, id
