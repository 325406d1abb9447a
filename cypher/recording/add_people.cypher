// Store new people with the keys that a search finds them by; those of one act bear the id of its client. The same ids again change nothing.
// mode: write
// sight: none: new people, made by an account that may record
// param people: list<map>
// param client: string
// param by: string
// param now: datetime
UNWIND $people AS one
MERGE (x:Person {id: one.id})
ON CREATE SET x += one.facts, x += one.search, x.shielded = false, x.added_by = $by, x.added_with = $client, x.added_at = $now, x:FamilyMember
