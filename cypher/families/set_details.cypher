// Write what is recorded of a person, with the keys that a search finds them by.
// mode: write
// sight: none: families/details has decided in the same transaction that this account may
// param person: string
// param details: map
// param search: map
MATCH (x:Person {id: $person})
SET x += $details, x += $search
