// The name of one person, for an auditor who prepares the person's report or asks who looked.
// mode: read
// sight: none: to an auditor everything is disclosed, with a purpose (visibility.md, "What is disclosed knowingly")
// param account: string
// param person: string
// column id: string
// column given_name: string
// column family_name: string
// row: graph.subject_access.PersonName
// rows: one
MATCH (:Account {id: $account, role: 'auditor'})
MATCH (x:Person {id: $person})
RETURN x.id AS id, x.given_name AS given_name, x.family_name AS family_name
