// Of some involvements, those that an account may say still hold: of its own agency, with somebody it works with, shown in full.
// mode: read
// sight: account
// param account: string
// param involvements: list<string>
// param now: datetime
// param today: date
// column id: string
// column person: string
// column given_name: string
// column family_name: string
// column own: boolean
// column type_label: string
// column role: string?
// column from: date?
// column last_confirmed: date?
// column source: string?
// column asked_on: date?
// column asked_again_on: date?
// column unanswered_on: date?
// column handed_over_on: date?
// column reasons: list<string>
// row: graph.still_true.Held
// order: id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
UNWIND $involvements AS wanted
WITH DISTINCT v, va, vp, active, live, standing, agreements, plain_types, findable_types, wanted
//! splice stand_in/involvement
MATCH (a:Agency {id: e.agency_id})
//! splice visibility/person
//! splice visibility/involvement
WITH * WHERE e.id = wanted AND level = 'full' AND identity <> 'none' AND a = va AND direct AND e.confirmed AND current
RETURN e.id AS id, x.id AS person, x.given_name AS given_name, x.family_name AS family_name,
  coalesce(p = vp, false) AS own,
  coalesce(head(COLLECT { MATCH (type:InvolvementType {code: e.type}) RETURN type.label }), e.type) AS type_label,
  e.role AS role, e.from AS from, e.last_confirmed AS last_confirmed, e.source AS source, e.asked_on AS asked_on,
  e.asked_again_on AS asked_again_on, e.unanswered_on AS unanswered_on, e.handed_over_on AS handed_over_on,
  reasons AS reasons
ORDER BY id
