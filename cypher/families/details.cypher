// What is recorded of a person, for an account that works with them directly; none for any other.
// mode: read
// sight: account
// param account: string
// param person: string
// param now: datetime
// param today: date
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
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH *, $person AS wanted
//! splice stand_in/person
//! splice visibility/person
WITH * WHERE standing AND direct AND NOT barred AND x.id = wanted
RETURN x.given_name AS given_name, x.family_name AS family_name, coalesce(x.also_known_as, []) AS also_known_as,
  x.date_of_birth AS date_of_birth, x.expected_date_of_birth AS expected_date_of_birth, x.deceased_on AS deceased_on,
  x.gender AS gender, x.nhs_number AS nhs_number, x.upn AS upn, x.local_id AS local_id, x.address AS address,
  x.postcode AS postcode
