// The people whom an account may be answered with when it looks for somebody; how near a typed name is, is judged afterwards.
// mode: read
// sight: account
// param account: string
// param name_keys: list<string>
// param name_alone: boolean
// param days: list<date>
// param swapped_days: list<date>
// param full_days: list<date>
// param years: list<integer>
// param terms: list<string>
// param references: list<string>
// param district: string
// param now: datetime
// param today: date
// column id: string
// column answer: string
// column given_name: string
// column family_name: string
// column also_known_as: list<string>
// column birth: string?
// column date_of_birth: date?
// column expected_date_of_birth: date?
// row: graph.search.Candidate
// order: id
// Nobody is cut before the rules have been applied: a hidden person must not push out one who may be shown.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
CALL (v, vp) {
  UNWIND $days + $swapped_days AS day
  MATCH (x:Person {date_of_birth: day})
  RETURN x
  UNION
  UNWIND $days + $swapped_days AS day
  MATCH (x:Person {expected_date_of_birth: day})
  RETURN x
  UNION
  UNWIND $terms AS wanted
  CALL db.index.fulltext.queryNodes('person_search_keys', wanted) YIELD node
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
  UNION
  // Everybody near the account's own work, found by name whatever else was typed.
  WITH vp WHERE size($name_keys) > 0
  MATCH (vp)-[held:INVOLVED_WITH]->(client:Person)
  WHERE (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
  CALL (client) {
    RETURN client AS x
    UNION
    MATCH (client)-[:MEMBER_OF]->(:Family)<-[:MEMBER_OF]-(x:Person)
    RETURN x
  }
  WITH DISTINCT x WHERE any(key IN x.search_keys WHERE key IN $name_keys)
  RETURN x
  UNION
  WITH v WHERE size($name_keys) > 0
  MATCH (v)-[:HOLDS]->(grant:Grant)-[:FOR]->(granted:Person)
  WHERE grant.granted_at <= $now AND $now < grant.expires_at
  CALL (granted) {
    RETURN granted AS x
    UNION
    MATCH (granted)-[:MEMBER_OF]->(:Family)<-[:MEMBER_OF]-(x:Person)
    RETURN x
  }
  WITH DISTINCT x WHERE any(key IN x.search_keys WHERE key IN $name_keys)
  RETURN x
  UNION
  WITH v WHERE $name_alone AND v.role = 'coordinator'
  MATCH (home:Family {programme: true})
  WHERE home.area IN v.areas
  MATCH (home)<-[:MEMBER_OF]-(x:Person)
  WHERE any(key IN x.search_keys WHERE key IN $name_keys)
  RETURN x
}
//! splice visibility/person
WITH *,
  CASE
    WHEN size($days) + size($years) = 0 THEN 'not asked'
    WHEN x.date_of_birth IN $days OR x.expected_date_of_birth IN $days THEN 'day'
    WHEN x.date_of_birth IN $swapped_days OR x.expected_date_of_birth IN $swapped_days THEN 'swapped'
    WHEN x.date_of_birth.year IN $years OR x.expected_date_of_birth.year IN $years THEN 'year'
  END AS birth,
  size($references) = 0 OR x.nhs_number IN $references OR x.upn IN $references OR x.local_id IN $references AS reference_agrees,
  replace(toUpper(x.postcode), ' ', '') AS postcode
WITH *, $district = '' OR CASE WHEN size(postcode) > 3 THEN left(postcode, size(postcode) - 3) = $district END AS district_agrees
CALL (*) {
  WITH * WHERE identity <> 'full' AND live AND standing AND NOT barred AND reference_agrees AND birth IS NOT NULL
    AND size($days) + size($years) + size($references) > 0
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH * WHERE NOT sensitive AND current AND agreed
  RETURN count(CASE WHEN basis_ok OR e.type IN findable_types THEN e END) > 0 AS findable,
    count(CASE WHEN e.type IN findable_types THEN e END) > 0 AS statutory
}
WITH *, CASE
    WHEN identity = 'full' AND birth IS NOT NULL AND reference_agrees AND district_agrees THEN 'full'
    WHEN findable AND NOT x.shielded AND district_agrees THEN 'findable'
    WHEN statutory AND x.shielded AND size($references) > 0 AND x.date_of_birth IN $full_days THEN 'guarded'
    // Neither the birth date nor a reference of a restricted person may be told, so neither decides.
    WHEN identity = 'restricted' AND any(key IN x.search_keys WHERE key IN $name_keys) THEN 'restricted'
  END AS answer
WITH * WHERE answer IS NOT NULL
RETURN x.id AS id, answer AS answer, x.given_name AS given_name, x.family_name AS family_name,
  coalesce(x.also_known_as, []) AS also_known_as,
  CASE WHEN answer <> 'restricted' THEN birth END AS birth,
  CASE WHEN answer = 'full' THEN x.date_of_birth END AS date_of_birth,
  CASE WHEN answer = 'full' THEN x.expected_date_of_birth END AS expected_date_of_birth
ORDER BY id
