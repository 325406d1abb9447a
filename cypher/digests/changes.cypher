// What changed around an account's own families since an instant, as the account may see it now: who joined, left or leads, and whose contact details changed.
// mode: read
// sight: account
// param account: string
// param since: datetime
// param since_day: date
// param now: datetime
// param today: date
// column id: string
// column given_name: string
// column family_name: string
// column families: list<map>
// column changes: list<map>
// row: graph.digests.ChangedAround
// order: id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// As on the home page, the own caseload is anchored on the practitioner.
CALL (vp, va) {
  MATCH (vp)-[own:INVOLVED_WITH]->(client:Person)
  WHERE own.agency_id = va.id AND own.confirmed
    AND (own.from IS NULL OR own.from <= $today) AND (own.to IS NULL OR $today < own.to)
  OPTIONAL MATCH (client)-[member:MEMBER_OF]->(home:Family)<-[other:MEMBER_OF]-(relative:Person)
  WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
    AND (other.from IS NULL OR other.from <= $today) AND (other.to IS NULL OR $today < other.to)
  WITH collect(client) + collect(relative) AS near
  UNWIND near AS one
  RETURN DISTINCT one AS x
}
//! splice visibility/person
WITH * WHERE identity = 'full'
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  WHERE p <> vp
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH *, EXISTS {
      MATCH (p)-[gone:AWAY_FROM]->(a)
      WHERE $since <= gone.changed_at AND $today < gone.to
    } AS absence_changed
  WITH *, CASE
      WHEN $since_day <= e.to AND e.to <= $today THEN 'left'
      WHEN current AND ($since <= e.recorded_at OR $since_day <= e.from) THEN 'joined'
      WHEN current AND e.lead AND $since <= e.led_since THEN 'lead'
      WHEN current AND (absence_changed OR $since <= p.contacts_changed_at) THEN 'contact'
    END AS what
  WITH * WHERE what IS NOT NULL AND level = 'full'
  RETURN collect({
    id: e.id, what: what, practitioner: p.name, agency: a.name, reasons: reasons,
    type_label: coalesce(head(COLLECT { MATCH (type:InvolvementType {code: e.type}) RETURN type.label }), e.type)
  }) AS changes
}
WITH * WHERE size(changes) > 0
RETURN x.id AS id, x.given_name AS given_name, x.family_name AS family_name,
  [family IN families | family {.id, .name}] AS families, changes AS changes
ORDER BY id
