// The people with one reference (NHS number, unique pupil number, local number or id), for an auditor.
// mode: read
// sight: none: to an auditor everything is disclosed, with a purpose (visibility.md, "What is disclosed knowingly")
// param account: string
// param reference: string
// column id: string
// column given_name: string
// column family_name: string
// column also_known_as: list<string>
// column date_of_birth: date?
// column expected_date_of_birth: date?
// column families: list<string>
// row: graph.audit_finding.FoundPerson
// order: id
MATCH (v:Account {id: $account, role: 'auditor'})
CALL () {
  MATCH (x:Person {nhs_number: $reference})
  RETURN x
  UNION
  MATCH (x:Person {upn: $reference})
  RETURN x
  UNION
  MATCH (x:Person {local_id: $reference})
  RETURN x
  UNION
  MATCH (x:Person {id: $reference})
  RETURN x
}
RETURN x.id AS id, x.given_name AS given_name, x.family_name AS family_name, coalesce(x.also_known_as, []) AS also_known_as,
  x.date_of_birth AS date_of_birth, x.expected_date_of_birth AS expected_date_of_birth,
  [(x)-[:MEMBER_OF]->(family:Family) | family.name] AS families
ORDER BY id
LIMIT 10
