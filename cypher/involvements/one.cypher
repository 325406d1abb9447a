// One involvement for an account that may change it: its holder, or a colleague of the agency who works with the person.
// mode: read
// sight: account
// param account: string
// param involvement: string
// param now: datetime
// param today: date
// column id: string
// column person: string
// column given_name: string
// column family_name: string
// column identity: string
// column practitioner: string
// column practitioner_name: string
// column agency: string
// column agency_name: string
// column type: string
// column type_label: string
// column role: string?
// column from: date?
// column to: date?
// column basis: string?
// column marked: boolean
// column sensitive: boolean
// column broker: string?
// column broker_name: string?
// column lead: boolean
// column confirmed: boolean
// column last_confirmed: date?
// column taken_over: boolean
// column current: boolean
// column reasons: list<string>
// column mine: boolean
// column own_agency: boolean
// column direct: boolean
// row: graph.involvements.Involvement
// rows: one
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH *, $involvement AS wanted
//! splice stand_in/involvement
MATCH (a:Agency {id: e.agency_id})
//! splice visibility/person
//! splice visibility/involvement
WITH * WHERE e.id = wanted AND level = 'full' AND identity <> 'none' AND (p = vp OR (a = va AND direct))
OPTIONAL MATCH (type:InvolvementType {code: e.type})
OPTIONAL MATCH (broker:Practitioner {id: e.broker_id})
RETURN e.id AS id, x.id AS person, x.given_name AS given_name, x.family_name AS family_name, identity AS identity,
  p.id AS practitioner, p.name AS practitioner_name, a.id AS agency, a.name AS agency_name,
  e.type AS type, coalesce(type.label, e.type) AS type_label, e.role AS role, e.from AS from, e.to AS to,
  e.basis AS basis, coalesce(e.sensitive, true) AS marked, coalesce(sensitive, true) AS sensitive,
  broker.id AS broker, broker.name AS broker_name, coalesce(e.lead, false) AS lead,
  coalesce(e.confirmed, false) AS confirmed, e.last_confirmed AS last_confirmed,
  e.taken_over_from IS NOT NULL AS taken_over, current AS current, reasons AS reasons,
  coalesce(p = vp, false) AS mine, a = va AS own_agency, direct AS direct
