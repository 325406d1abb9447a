// Take the shield from a person.
// mode: write
// sight: none: written after two privacy officers have agreed, which the transaction checks
// param person: string
MATCH (x:Person {id: $person})
SET x.shielded = false
