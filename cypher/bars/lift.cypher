// Lift every bar between these accounts and a person.
// mode: write
// sight: none: written after two privacy officers have agreed, which the transaction checks
// param person: string
// param accounts: list<string>
MATCH (x:Person {id: $person})<-[bar:BARRED_FROM]-(v:Account)
WHERE v.id IN $accounts
DELETE bar
