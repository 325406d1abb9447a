// One account as an auditor may ask about it.
// mode: read
// sight: none: an account's own particulars, for an auditor, to whom everything is disclosed with a purpose
// param account: string
// param wanted: string
// param today: date
// column account: string
// column username: string
// column role: string
// column status: string
// column agency: string
// column agency_name: string
// column agency_status: string
// column practitioner: string?
// column areas: list<string>
// column area_names: list<string>
// column display_name: string
// column active: boolean
// row: graph.audit_accounts.AuditedAccount
// rows: one
MATCH (asker:Account {id: $account, role: 'auditor'})
MATCH (v:Account {id: $wanted})
//! splice visibility/viewer
RETURN v.id AS account, v.username AS username, v.role AS role, v.status AS status, va.id AS agency, va.name AS agency_name,
  va.status AS agency_status, vp.id AS practitioner, coalesce(v.areas, []) AS areas,
  COLLECT { MATCH (area:Area) WHERE area.id IN v.areas RETURN area.name ORDER BY area.name, area.id } AS area_names,
  coalesce(vp.name, v.username) AS display_name, active AS active
