// A page of the privacy queue in one state, newest first, for a privacy officer; a person whom they are barred from is not named.
// mode: read
// sight: auditor
// param account: string
// param state: string
// param skip: integer
// param limit: integer
// param unmasked: list<string>
// param today: date
// param now: datetime
// column id: string
// column kind: string
// column state: string
// column raised_at: datetime
// column maker_name: string?
// column agency_name: string?
// column masked: boolean
// column person: string?
// column given_name: string?
// column family_name: string?
// column barred: boolean
// column outcome: string?
// column closed_at: datetime?
// column total: integer
// row: graph.privacy_queue.QueueLine
// order: raised_at, id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH * WHERE active AND v.role = 'auditor'
CALL () {
  MATCH (item:QueueItem {state: $state})
  WHERE item.raised_at <= $now
  WITH item
  ORDER BY item.raised_at DESC, item.id DESC
  SKIP $skip LIMIT $limit
  RETURN item
}
CALL (*) {
  WITH * WHERE item.subject IS NULL OR NOT EXISTS { MATCH (:Person {id: item.subject}) }
  RETURN null AS subject, false AS kept_away
  UNION
  MATCH (x:Person {id: item.subject})
  //! splice visibility/person
  RETURN CASE WHEN NOT barred THEN x END AS subject, barred AS kept_away
}
OPTIONAL MATCH (maker:Account {id: item.maker})
OPTIONAL MATCH (maker)-[:ACTS_AS]->(making:Practitioner)
OPTIONAL MATCH (agency:Agency {id: item.agency})
//! splice masking/maker
RETURN item.id AS id, item.kind AS kind, item.state AS state, item.raised_at AS raised_at,
  CASE WHEN NOT maker_masked THEN coalesce(making.name, maker.username) END AS maker_name,
  CASE WHEN NOT maker_masked THEN agency.name END AS agency_name, maker_masked AS masked, subject.id AS person, subject.given_name AS given_name, subject.family_name AS family_name,
  kept_away AS barred, item.outcome AS outcome, item.closed_at AS closed_at,
  COUNT { MATCH (other:QueueItem {state: $state}) WHERE other.raised_at <= $now } AS total
ORDER BY raised_at DESC, id DESC
