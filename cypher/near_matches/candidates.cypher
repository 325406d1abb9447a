// The people whom a newly recorded person may be a second record of: by a reference, a birth date, or a year with a term of the name.
// mode: read
// sight: account
// param account: string
// param person: string
// param days: list<date>
// param terms: list<string>
// param references: list<string>
// param now: datetime
// param today: date
// column id: string
// column given_name: string
// column family_name: string
// column also_known_as: list<string>
// column clash: boolean
// column same_day: boolean
// column shown: boolean
// row: graph.near_matches.Candidate
// order: id
// Names are compared afterwards and reach nobody but a privacy officer; `shown` is whether the account sees the person in full.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
CALL () {
  UNWIND $days AS day
  MATCH (x:Person {date_of_birth: day})
  RETURN x
  UNION
  UNWIND $days AS day
  MATCH (x:Person {expected_date_of_birth: day})
  RETURN x
  UNION
  UNWIND $terms AS wanted
  CALL db.index.fulltext.queryNodes('person_search_keys', wanted, {limit: 200}) YIELD node
  RETURN node AS x
  UNION
  UNWIND $references AS reference
  MATCH (x:Person {nhs_number: reference})
  RETURN x
  UNION
  UNWIND $references AS reference
  MATCH (x:Person {upn: reference})
  RETURN x
  UNION
  UNWIND $references AS reference
  MATCH (x:Person {local_id: reference})
  RETURN x
}
WITH * WHERE x.id <> $person
//! splice visibility/person
RETURN x.id AS id, x.given_name AS given_name, x.family_name AS family_name,
  coalesce(x.also_known_as, []) AS also_known_as,
  coalesce(x.nhs_number IN $references OR x.upn IN $references OR x.local_id IN $references, false) AS clash,
  coalesce(x.date_of_birth IN $days, x.expected_date_of_birth IN $days, false) AS same_day,
  identity = 'full' AS shown
ORDER BY id
