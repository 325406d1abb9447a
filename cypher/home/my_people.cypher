// The people around an account's own work: its clients with the members of their families and what changed since it last looked, whom it has opened, its past clients.
// mode: read
// sight: account
// param account: string
// param now: datetime
// param today: date
// column id: string
// column identity: string
// column given_name: string
// column family_name: string
// column date_of_birth: date?
// column expected_date_of_birth: date?
// column families: list<map>
// column own: list<map>
// column seen: list<map>
// column looked: datetime?
// column open_until: datetime?
// column search_keys: list<string>
// row: graph.my_families.NearPerson
// order: id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// The own caseload is the one thing that is anchored on the practitioner: it is what the page lists.
CALL (v, vp) {
  MATCH (vp)-[own:INVOLVED_WITH]->(client:Person)
  WHERE (own.from IS NULL OR own.from <= $today) AND (own.to IS NULL OR $today < own.to)
  OPTIONAL MATCH (client)-[member:MEMBER_OF]->(home:Family)
  WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
  WITH DISTINCT home, CASE WHEN home IS NULL THEN client END AS alone
  CALL (home, alone) {
    WITH alone WHERE alone IS NOT NULL
    RETURN alone AS relative
    UNION
    MATCH (home)<-[member:MEMBER_OF]-(relative:Person)
    WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
    RETURN relative
  }
  OPTIONAL MATCH (look:AuditEvent {account: $account, kind: 'team', subject: relative.id})
  WITH home, alone, relative, max(look.at) AS look_at
  WITH home, alone, collect(relative) AS relatives, max(look_at) AS looked
  UNWIND relatives AS x
  RETURN x, looked, null AS until
  UNION ALL
  MATCH (v)-[:HOLDS]->(held:Grant)-[:FOR]->(x:Person)
  WHERE held.granted_at <= $now AND $now < held.expires_at
  RETURN x, null AS looked, held.expires_at AS until
  UNION ALL
  MATCH (vp)-[own:INVOLVED_WITH]->(x:Person)
  WHERE own.to <= $today
  RETURN x, null AS looked, null AS until
}
WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, x,
  max(looked) AS looked, max(until) AS open_until
WITH *, CASE WHEN looked IS NOT NULL THEN date(datetime({datetime: looked, timezone: 'Europe/London'})) END AS looked_on
//! splice visibility/person
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  WHERE (p = vp AND e.to <= $today)
    OR (p <> vp AND identity = 'full' AND (looked < e.recorded_at OR looked < e.led_since OR looked_on < e.from OR looked_on < e.to))
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH *, CASE
      WHEN p = vp THEN 'past'
      WHEN looked_on < e.to AND e.to <= $today THEN 'ended'
      WHEN current AND looked < e.recorded_at THEN 'recorded'
      WHEN current AND looked_on < e.from THEN 'began'
      WHEN current AND e.lead AND looked < e.led_since THEN 'lead'
    END AS what
  WITH * WHERE what IS NOT NULL AND level = 'full'
  RETURN collect({
    id: e.id, what: what, on: CASE what WHEN 'ended' THEN e.to WHEN 'past' THEN e.to
      WHEN 'lead' THEN date(datetime({datetime: e.led_since, timezone: 'Europe/London'})) ELSE e.from END, lead: e.lead AND current,
    practitioner: p.name, agency: a.name, reasons: reasons,
    type_label: coalesce(head(COLLECT { MATCH (type:InvolvementType {code: e.type}) RETURN type.label }), e.type)
  }) AS seen
}
WITH *, identity = 'full' AS is_full, COLLECT {
    MATCH (x)<-[own:INVOLVED_WITH]-(vp)
    WHERE identity <> 'none' AND (own.from IS NULL OR own.from <= $today) AND (own.to IS NULL OR $today < own.to)
    RETURN {
      id: own.id, role: own.role, lead: own.lead, confirmed: own.confirmed,
      type_label: coalesce(head(COLLECT { MATCH (type:InvolvementType {code: own.type}) RETURN type.label }), own.type)
    }
  } AS own
WITH * WHERE identity <> 'none' OR size(seen) > 0
RETURN x.id AS id, identity AS identity, x.given_name AS given_name, x.family_name AS family_name,
  CASE WHEN is_full THEN x.date_of_birth END AS date_of_birth,
  CASE WHEN is_full THEN x.expected_date_of_birth END AS expected_date_of_birth,
  CASE WHEN is_full THEN [family IN families | family {.id, .name}] ELSE [] END AS families,
  own AS own, seen AS seen, CASE WHEN is_full THEN looked END AS looked,
  CASE WHEN identity <> 'none' THEN open_until END AS open_until, coalesce(x.search_keys, []) AS search_keys
ORDER BY id
