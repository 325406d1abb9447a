// Suppose that one person decided about consent just now, for every agency.
// mode: write
// sight: none: a supposition inside a transaction that is always rolled back
// param id: string
// param person: string
// param decision: string
// param sensitive: boolean
// param now: datetime
MATCH (x:Person {id: $person})
CREATE (consent:Consent {id: $id, decision: $decision, includes_sensitive: $sensitive, recorded_at: $now, giver: 'self'})
CREATE (consent)-[:ABOUT]->(x)
