// Whether an account is shown a person, restricted or in full.
// mode: read
// sight: account
// param account: string
// param person: string
// param now: datetime
// param today: date
// column id: string
// row: graph.access.Identifier
// rows: one
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH *, $person AS wanted
//! splice stand_in/person
//! splice visibility/person
WITH * WHERE identity <> 'none' AND x.id = wanted
RETURN x.id AS id
