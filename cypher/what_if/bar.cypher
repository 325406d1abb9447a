// Suppose that a bar names one person and one account.
// mode: write
// sight: none: a supposition inside a transaction that is always rolled back
// param id: string
// param person: string
// param wanted: string
MATCH (x:Person {id: $person})
MATCH (v:Account {id: $wanted})
CREATE (v)-[:BARRED_FROM {id: $id}]->(x)
