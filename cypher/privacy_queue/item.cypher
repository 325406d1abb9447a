// An item of the privacy queue, for a privacy officer who is not barred from its person: what it is about, and who may close it.
// mode: read
// sight: auditor
// param account: string
// param item: string
// param unmasked: list<string>
// param today: date
// param now: datetime
// column id: string
// column kind: string
// column state: string
// column raised_at: datetime
// column maker: string
// column maker_name: string?
// column agency_name: string?
// column masked: boolean
// column mine: boolean
// column person: string?
// column given_name: string?
// column family_name: string?
// column people: list<map>
// column note: string?
// column about: string?
// column lasts_until: datetime?
// column ended_at: datetime?
// column request_state: string?
// column outcome: string?
// column closing_note: string?
// column closed_at: datetime?
// column closed_by: string?
// row: graph.privacy_queue.QueuedItem
// rows: one
// Of two accounts of which one is nobody's who works with families, the mailbox tells whether they are one human's.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH * WHERE active AND v.role = 'auditor'
MATCH (item:QueueItem {id: $item})
CALL (*) {
  WITH * WHERE item.subject IS NULL OR NOT EXISTS { MATCH (:Person {id: item.subject}) }
  RETURN null AS subject, false AS kept_away
  UNION
  MATCH (x:Person {id: item.subject})
  //! splice visibility/person
  RETURN x AS subject, barred AS kept_away
}
WITH * WHERE NOT kept_away
CALL (*) {
  UNWIND coalesce(item.people, []) AS wanted
  MATCH (x:Person {id: wanted})
  //! splice visibility/person
  WITH x WHERE NOT barred AND (item.subject IS NULL OR x.id <> item.subject)
  ORDER BY x.id
  RETURN collect(x {.id, .given_name, .family_name}) AS others
}
OPTIONAL MATCH (maker:Account {id: item.maker})
OPTIONAL MATCH (maker)-[:ACTS_AS]->(making:Practitioner)
OPTIONAL MATCH (agency:Agency {id: item.agency})
OPTIONAL MATCH (closer:Account {id: item.closed_by})
OPTIONAL MATCH (grant:Grant {id: item.about, kind: 'break_glass'})
OPTIONAL MATCH (request:BreakGlassRequest {id: item.about})
//! splice masking/maker
RETURN item.id AS id, item.kind AS kind, item.state AS state, item.raised_at AS raised_at, item.maker AS maker,
  CASE WHEN NOT maker_masked THEN coalesce(making.name, maker.username) END AS maker_name,
  CASE WHEN NOT maker_masked THEN agency.name END AS agency_name, maker_masked AS masked,
  maker = v OR coalesce(CASE WHEN vp IS NULL OR making IS NULL
    THEN toLower(coalesce(maker.email, making.email)) = toLower(coalesce(v.email, vp.email)) ELSE making = vp END, false) AS mine,
  subject.id AS person, subject.given_name AS given_name, subject.family_name AS family_name, others AS people,
  CASE WHEN NOT maker_masked THEN item.note END AS note, item.about AS about,
  CASE WHEN grant.expires_at > $now THEN grant.expires_at END AS lasts_until,
  CASE WHEN grant.expires_at <= $now THEN grant.expires_at END AS ended_at,
  CASE WHEN request.state = 'pending' AND request.lapses_at <= $now THEN 'lapsed' ELSE request.state END AS request_state,
  item.outcome AS outcome, item.closing_note AS closing_note, item.closed_at AS closed_at,
  coalesce(head([(closer)-[:ACTS_AS]->(practitioner:Practitioner) | practitioner.name]), closer.username) AS closed_by
