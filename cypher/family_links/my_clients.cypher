// The people with whom an account works directly and whom it sees in full, and the families that these show.
// mode: read
// sight: account
// param account: string
// param now: datetime
// param today: date
// column id: string
// column given_name: string
// column family_name: string
// column families: list<map>
// row: graph.family_links.MyClient
// order: id
// The own caseload is anchored on the practitioner: it is what the form offers.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
CALL (va, vp) {
  MATCH (vp)-[own:INVOLVED_WITH]->(x:Person)
  WHERE own.agency_id = va.id AND own.confirmed
    AND (own.from IS NULL OR own.from <= $today) AND (own.to IS NULL OR $today < own.to)
  RETURN DISTINCT x
}
//! splice visibility/person
WITH * WHERE direct AND identity = 'full'
RETURN x.id AS id, x.given_name AS given_name, x.family_name AS family_name,
  [family IN families | family {.id, .name}] AS families
ORDER BY id
