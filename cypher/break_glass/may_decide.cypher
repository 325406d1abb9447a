// A waiting request that an account may accept or decline now, by what right, and of the person what it sees.
// mode: read
// sight: account
// param account: string
// param request: string
// param code_key: string
// param others_from: datetime
// param now: datetime
// param today: date
// column id: string
// column way: string
// column account: string
// column agency: string
// column asked_by: string
// column asked_for: string
// column person: string
// column given_name: string?
// column family_name: string?
// column code: string
// column note: string
// column asked_at: datetime
// column lapses_at: datetime
// row: graph.break_glass_requests.ToDecide
// rows: one
// A privacy officer; a holder; and, told the code and a quarter of an hour on, a practitioner of another agency. Never
// whoever asked, under whichever of their accounts (of two of which one is nobody's who works with families the mailbox
// tells), nobody barred from the person.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// The next request stands in for one that does not exist, and is dropped last: the two cost the same.
CALL () {
  WITH * WHERE $request <> ''
  MATCH (request:BreakGlassRequest)
  WHERE request.id >= $request
  RETURN request ORDER BY request.id LIMIT 1
  UNION
  WITH * WHERE $code_key <> ''
  MATCH (request:BreakGlassRequest {code_key: $code_key})
  RETURN request
}
WITH * WHERE request.state = 'pending' AND $now < request.lapses_at
MATCH (asker:Account {id: request.account})-[:OF]->(asker_agency:Agency)
MATCH (x:Person {id: request.person})
//! splice visibility/person
WITH *, head([(asker)-[:ACTS_AS]->(practitioner:Practitioner) | practitioner]) AS asking
WITH * WHERE active AND NOT barred AND asker <> v AND NOT coalesce(CASE WHEN vp IS NULL OR asking IS NULL
  THEN toLower(coalesce(asker.email, asking.email)) = toLower(coalesce(v.email, vp.email)) ELSE asking = vp END, false)
WITH *, CASE
    WHEN v.role = 'auditor' THEN 'officer'
    WHEN standing AND direct THEN 'holder'
    WHEN standing AND live AND va.id <> request.agency AND request.code_key = $code_key AND request.asked_at <= $others_from
      THEN 'other'
  END AS way
WITH * WHERE way IS NOT NULL AND (request.id = $request OR request.code_key = $code_key)
MATCH (agency:Agency {id: request.agency})
RETURN request.id AS id, way AS way, asker.id AS account, agency.id AS agency,
  coalesce(asking.name, asker.username) AS asked_by, agency.name AS asked_for, x.id AS person,
  CASE WHEN identity <> 'none' OR way = 'officer' THEN x.given_name END AS given_name,
  CASE WHEN identity <> 'none' OR way = 'officer' THEN x.family_name END AS family_name,
  request.code AS code, request.note AS note, request.asked_at AS asked_at, request.lapses_at AS lapses_at
