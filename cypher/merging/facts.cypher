// What is recorded of a person, to be compared with another record of the same person.
// mode: read
// sight: none: asked by a transaction in which the account works with the person, or is a privacy officer's
// param person: string
// column given_name: string
// column family_name: string
// column also_known_as: list<string>
// column date_of_birth: date?
// column expected_date_of_birth: date?
// column deceased_on: date?
// column gender: string?
// column nhs_number: string?
// column upn: string?
// column local_id: string?
// column address: string?
// column postcode: string?
// row: graph.person_details.PersonDetails
// rows: one
MATCH (x:Person {id: $person})
RETURN x.given_name AS given_name, x.family_name AS family_name, coalesce(x.also_known_as, []) AS also_known_as,
  x.date_of_birth AS date_of_birth, x.expected_date_of_birth AS expected_date_of_birth, x.deceased_on AS deceased_on,
  x.gender AS gender, x.nhs_number AS nhs_number, x.upn AS upn, x.local_id AS local_id, x.address AS address,
  x.postcode AS postcode
