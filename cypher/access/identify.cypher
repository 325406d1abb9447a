// How much one account may see of each of some people.
// mode: read
// sight: account
// param account: string
// param people: list<string>
// param now: datetime
// param today: date
// column person: string
// column identity: string
// row: graph.access.PersonSight
// order: person
MATCH (v:Account {id: $account})
//! splice visibility/viewer
UNWIND $people AS wanted
MATCH (x:Person {id: wanted})
//! splice visibility/person
RETURN x.id AS person, identity AS identity
ORDER BY person
