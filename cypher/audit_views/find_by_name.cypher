// People born in an interval whose names share a search key with what was typed, for an auditor; ranked elsewhere.
// mode: read
// sight: none: to an auditor everything is disclosed, with a purpose (visibility.md, "What is disclosed knowingly")
// param account: string
// param terms: string
// param born_from: date
// param born_to: date
// param born_on: date?
// column id: string
// column given_name: string
// column family_name: string
// column also_known_as: list<string>
// column date_of_birth: date?
// column expected_date_of_birth: date?
// column families: list<string>
// row: graph.audit_finding.FoundPerson
// order: id
// Nobody is cut before the day of birth has narrowed the answer: a common name must not push out who is looked for.
MATCH (v:Account {id: $account, role: 'auditor'})
CALL db.index.fulltext.queryNodes('person_search_keys', $terms) YIELD node AS x
WITH x, coalesce(x.date_of_birth, x.expected_date_of_birth) AS born
WHERE ($born_from <= born AND born <= $born_to) OR born = $born_on
RETURN x.id AS id, x.given_name AS given_name, x.family_name AS family_name, coalesce(x.also_known_as, []) AS also_known_as,
  x.date_of_birth AS date_of_birth, x.expected_date_of_birth AS expected_date_of_birth,
  [(x)-[:MEMBER_OF]->(family:Family) | family.name] AS families
ORDER BY id
