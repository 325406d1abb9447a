// An account's own clients by family, a page of them, with what is new in each; whom it has opened; its own past involvements.
// mode: read
// sight: account
// param account: string
// param words: list
// param skip: integer
// param limit: integer
// param past_at_most: integer
// param now: datetime
// param today: date
// column total: integer
// column families: list<map>
// column opened: list<map>
// column past: list<map>
// column past_total: integer
// row: graph.my_families.HomeRow
// rows: one
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// The own caseload is the one thing that is anchored on the practitioner: it is what the page lists.
CALL (*) {
  MATCH (vp)-[own:INVOLVED_WITH]->(x:Person)
  WHERE (own.from IS NULL OR own.from <= $today) AND (own.to IS NULL OR $today < own.to)
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, x, collect(own) AS owned
  //! splice visibility/person
  WITH * WHERE identity <> 'none' AND all(word IN $words WHERE any(key IN x.search_keys WHERE key IN word))
  WITH x, identity, owned, CASE WHEN identity = 'full' AND size(families) > 0 THEN families ELSE [null] END AS homes
  UNWIND homes AS home
  WITH coalesce(home.id, x.id) AS id, home, x, identity, owned
  ORDER BY x.family_name, x.given_name, x.id
  WITH id, home, collect(x) AS clients, collect({
    id: x.id, given_name: x.given_name, family_name: x.family_name, identity: identity,
    date_of_birth: CASE WHEN identity = 'full' THEN x.date_of_birth END,
    expected_date_of_birth: CASE WHEN identity = 'full' THEN x.expected_date_of_birth END,
    work: [one IN owned | {
      id: one.id, type: one.type, role: one.role, lead: one.lead, confirmed: one.confirmed,
      type_label: head(COLLECT { MATCH (type:InvolvementType {code: one.type}) RETURN type.label })
    }]
  }) AS shown
  WITH id, home, clients, shown, coalesce(home.name, clients[0].family_name + ', ' + clients[0].given_name) AS name
  ORDER BY toLower(name), id
  RETURN count(*) AS total, collect({id: id, home: home, name: name, clients: clients, shown: shown})[$skip..$skip + $limit] AS page
}
CALL (*) {
  UNWIND range(0, size(page) - 1) AS place
  WITH *, page[place] AS mine
  WITH *, mine.home AS home, mine.clients AS clients
  CALL (home, clients) {
    UNWIND clients AS x
    RETURN x
    UNION
    MATCH (home)<-[member:MEMBER_OF]-(x:Person)
    WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
    RETURN x
  }
  OPTIONAL MATCH (look:AuditEvent {account: $account, kind: 'team', subject: x.id})
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, place, mine, x, max(look.at) AS looked
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, place, mine,
    collect(x) AS members, max(looked) AS looked
  CALL (*) {
    UNWIND members AS x
    //! splice visibility/person
    WITH * WHERE identity = 'full'
    CALL (*) {
      WITH * WHERE looked IS NOT NULL
      MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
      WHERE p <> vp
      MATCH (a:Agency {id: e.agency_id})
      //! splice visibility/involvement
      WITH *, date(datetime({datetime: looked, timezone: 'Europe/London'})) AS looked_on WHERE level = 'full'
      WITH *, CASE
          WHEN looked_on < e.to AND e.to <= $today THEN 'ended'
          WHEN looked < e.recorded_at AND (e.to IS NULL OR $today < e.to) THEN 'recorded'
          WHEN looked_on < e.from AND e.from <= $today AND (e.to IS NULL OR $today < e.to) THEN 'began'
        END AS what
      WITH * WHERE what IS NOT NULL
      RETURN collect({
        id: e.id, what: what, on: CASE what WHEN 'ended' THEN e.to ELSE e.from END, reasons: reasons, lead: e.lead AND current,
        practitioner: p.name, agency: a.name, person_id: x.id, person: x.given_name,
        type_label: coalesce(head(COLLECT { MATCH (type:InvolvementType {code: e.type}) RETURN type.label }), e.type)
      }) AS news
    }
    RETURN collect({id: x.id, given_name: x.given_name, family_name: x.family_name, date_of_birth: x.date_of_birth, news: news}) AS others
  }
  WITH place, mine, looked, others
  ORDER BY place
  RETURN collect({
    id: mine.id, name: mine.name, is_family: mine.home IS NOT NULL, clients: mine.shown, looked: looked, members: others
  }) AS listed
}
CALL (*) {
  MATCH (v)-[:HOLDS]->(given:Grant)-[:FOR]->(x:Person)
  WHERE given.granted_at <= $now AND $now < given.expires_at
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, x, max(given.expires_at) AS until
  //! splice visibility/person
  WITH * WHERE identity <> 'none'
  WITH x, identity, until
  ORDER BY until DESC, x.id
  RETURN collect({id: x.id, given_name: x.given_name, family_name: x.family_name, identity: identity, until: until}) AS held_open
}
CALL (*) {
  MATCH (vp)-[e:INVOLVED_WITH]->(x:Person)
  WHERE e.to <= $today
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, x, e
  //! splice visibility/person
  WITH *, vp AS p
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH * WHERE 'OWN' IN reasons
  WITH x, identity, e, reasons
  ORDER BY e.to DESC, e.id
  RETURN count(*) AS past_total, collect({
    id: x.id, given_name: x.given_name, family_name: x.family_name, identity: identity, ended: e.to, involvement: e.id, reasons: reasons
  })[..$past_at_most] AS past
}
RETURN total AS total, listed AS families, held_open AS opened, past AS past, past_total AS past_total
