// What some accounts are to be asked about: their own confirmed involvements that they may see in full, and where the asking stands.
// mode: read
// sight: account
// param asking: list<map>
// param today: date
// param now: datetime
// param soon: date
// param patience: integer
// column account: string
// column role: string
// column agency: string
// column email: string?
// column involvement: string
// column person: string
// column initials: string
// column type_label: string
// column from: date?
// column last_confirmed: date?
// column asked_on: date?
// column step: string
// column reasons: list<string>
// row: graph.reminders.Due
// order: account, from, involvement
UNWIND $asking AS asked
MATCH (v:Account {id: asked.account})
//! splice visibility/viewer
CALL (vp, va, asked) {
  MATCH (vp)-[e:INVOLVED_WITH]->(x:Person)
  WHERE e.agency_id = va.id AND e.confirmed
    AND (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR $today < e.to)
  WITH e, x, asked, reduce(
    latest = date('1970-01-01'), day IN [coalesce(e.last_confirmed, e.from), e.unanswered_on, e.handed_over_on] |
    CASE WHEN day > latest THEN day ELSE latest END) + duration({months: asked.months}) AS due
  WITH e, x, CASE
      WHEN e.asked_on IS NULL AND due <= $today THEN 'ask'
      WHEN e.asked_on IS NULL AND due <= $soon THEN 'soon'
      WHEN e.asked_again_on IS NULL AND e.asked_on + duration({days: $patience}) <= $today THEN 'again'
      WHEN e.asked_again_on + duration({days: $patience}) <= $today THEN 'over'
    END AS step
  WHERE step IS NOT NULL
  RETURN e, x, step
}
WITH *, va AS a, vp AS p
//! splice visibility/person
//! splice visibility/involvement
WITH * WHERE level = 'full' AND 'OWN' IN reasons AND identity <> 'none'
RETURN v.id AS account, v.role AS role, va.id AS agency, vp.email AS email, e.id AS involvement, x.id AS person,
  left(x.given_name, 1) + '.' + left(x.family_name, 1) + '.' AS initials,
  coalesce(head(COLLECT { MATCH (type:InvolvementType {code: e.type}) RETURN type.label }), e.type) AS type_label,
  e.from AS from, e.last_confirmed AS last_confirmed, e.asked_on AS asked_on, step AS step, reasons AS reasons
ORDER BY account, from, involvement
