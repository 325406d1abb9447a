// Suppose that one person is shielded.
// mode: write
// sight: none: a supposition inside a transaction that is always rolled back
// param person: string
MATCH (x:Person {id: $person})
SET x.shielded = true
