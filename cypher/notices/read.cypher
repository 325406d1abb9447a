// What an account has been told since a day, newest first: about people whom it sees now, as much of them as it sees.
// mode: read
// sight: account
// param account: string
// param since: datetime
// param unseen: boolean
// param skip: integer
// param limit: integer
// param now: datetime
// param today: date
// column id: string
// column kind: string
// column code: string?
// column about: string?
// column told_at: datetime
// column seen: boolean
// column person: string?
// column given_name: string?
// column family_name: string?
// column by_name: string?
// column by_agency: string?
// column total: integer
// row: graph.notices.Notice
// order: told_at, id
// A notice about somebody whom its reader may not see now is as none: not shown and not counted.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH *, COLLECT {
  MATCH (notice:Notice {account: $account})
  WHERE notice.told_at >= $since AND (NOT $unseen OR notice.seen = false)
  RETURN notice
} AS notices
CALL (*) {
  UNWIND notices AS notice
  WITH * WHERE notice.person IS NULL
  RETURN notice AS told, null AS x, false AS named
  UNION
  UNWIND COLLECT { UNWIND notices AS notice RETURN DISTINCT notice.person } AS wanted
  MATCH (x:Person {id: wanted})
  //! splice visibility/person
  WITH * WHERE identity <> 'none' OR (active AND NOT barred AND v.role IN ['auditor', 'administrator'])
  UNWIND notices AS notice
  WITH * WHERE notice.person = x.id
  RETURN notice AS told, x AS x, identity <> 'none' AS named
}
WITH told, CASE WHEN named THEN x END AS person
ORDER BY told.told_at DESC, told.id DESC
WITH collect({notice: told, person: person}) AS rows
WITH rows, size(rows) AS total
UNWIND rows[$skip..$skip + $limit] AS row
WITH row.notice AS told, row.person AS person, total
OPTIONAL MATCH (by:Account {id: told.by_account})
OPTIONAL MATCH (by_agency:Agency {id: told.by_agency})
RETURN told.id AS id, told.kind AS kind, told.code AS code, told.about AS about, told.told_at AS told_at,
  coalesce(told.seen, false) AS seen, person.id AS person, person.given_name AS given_name,
  person.family_name AS family_name,
  coalesce(head([(by)-[:ACTS_AS]->(practitioner:Practitioner) | practitioner.name]), by.username) AS by_name,
  by_agency.name AS by_agency, total AS total
ORDER BY told_at DESC, id DESC
