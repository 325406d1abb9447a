// Those of some accounts that may read a notice about a person: who sees the person, and who has no sight of people at all.
// mode: read
// sight: account
// param accounts: list<string>
// param person: string
// param now: datetime
// param today: date
// column id: string
// row: graph.notices.Reader
// order: id
UNWIND $accounts AS told
MATCH (v:Account {id: told})
//! splice visibility/viewer
MATCH (x:Person {id: $person})
//! splice visibility/person
WITH * WHERE identity <> 'none' OR (active AND NOT barred AND v.role IN ['auditor', 'administrator'])
RETURN v.id AS id
ORDER BY id
