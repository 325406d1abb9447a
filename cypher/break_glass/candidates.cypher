// Whom an emergency search may mean, by id and how the birth date agrees; what of them may be answered is decided afterwards.
// mode: read
// sight: none: ids alone, for break_glass/sight to decide on in the same transaction
// param name_keys: list<string>
// param days: list<date>
// param swapped_days: list<date>
// param full_days: list<date>
// param years: list<integer>
// param terms: list<string>
// param references: list<string>
// param postcodes: list<string>
// column id: string
// column birth: string
// row: graph.emergency_search.Meant
// order: id
CALL () {
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
  UNWIND $postcodes AS postcode
  MATCH (x:Person {postcode: postcode})
  WHERE any(key IN x.search_keys WHERE key IN $name_keys)
  RETURN x
}
WITH x, CASE
    WHEN size($days) + size($years) = 0 THEN 'not asked'
    WHEN x.date_of_birth IN $days OR x.expected_date_of_birth IN $days THEN 'day'
    WHEN x.date_of_birth IN $swapped_days OR x.expected_date_of_birth IN $swapped_days THEN 'swapped'
    WHEN x.date_of_birth.year IN $years OR x.expected_date_of_birth.year IN $years THEN 'year'
  END AS birth
WHERE birth IS NOT NULL
  AND (size($references) = 0 OR x.nhs_number IN $references OR x.upn IN $references OR x.local_id IN $references)
  AND (size($postcodes) = 0 OR x.postcode IN $postcodes)
  AND (x.shielded = false OR (size($references) > 0 AND x.date_of_birth IN $full_days))
RETURN x.id AS id, birth AS birth
ORDER BY id
