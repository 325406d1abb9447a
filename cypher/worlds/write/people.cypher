// Store people with the keys that a search finds them by.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MERGE (person:Person {id: row.id})
SET person += {given_name: row.given_name, family_name: row.family_name, also_known_as: row.also_known_as,
  date_of_birth: date(row.date_of_birth), expected_date_of_birth: date(row.expected_date_of_birth),
  deceased_on: date(row.deceased_on), gender: row.gender, nhs_number: row.nhs_number, upn: row.upn,
  local_id: row.local_id, address: row.address, postcode: row.postcode, shielded: row.shielded}
SET person += row.search
