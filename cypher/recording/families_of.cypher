// The families to which a person belongs today, for an account that works with the person directly.
// mode: read
// sight: account
// param account: string
// param person: string
// param now: datetime
// param today: date
// column given_name: string
// column family_name: string
// column families: list<map>
// row: graph.recording.Beside
// rows: one
// In the order of their names: the order in the store would tell of memberships that the account may not see.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
MATCH (x:Person {id: $person})
//! splice visibility/person
WITH * WHERE standing AND direct AND NOT barred
RETURN x.given_name AS given_name, x.family_name AS family_name,
  COLLECT { UNWIND families AS family RETURN family {.id, .name} ORDER BY family.name, family.id } AS families
