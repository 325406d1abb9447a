// The team around one person's family as one account may see it: a row for each person who may be shown.
// mode: read
// sight: account
// param account: string
// param person: string
// param now: datetime
// param today: date
// column person: map
// column families: list<map>
// column links: list<map>
// column involvements: list<map>
// row: graph.team.PersonRow
// order: person.id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// Whoever stands next in the order of ids stands in for somebody who does not exist, and is dropped as late as somebody
// hidden is: the two cost the same, so that no answer's time tells them apart.
CALL () {
  MATCH (root:Person)
  WHERE root.id >= $person
  RETURN root ORDER BY root.id LIMIT 1
}
WITH *, [(root)-[member:MEMBER_OF]->(family:Family)
  WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to) | family] AS root_families
CALL (root, root_families) {
  RETURN root AS x
  UNION
  UNWIND root_families AS family
  MATCH (family)<-[member:MEMBER_OF]-(x:Person)
  WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
  RETURN x
}
//! splice visibility/person
WITH * WHERE identity <> 'none'
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH * WHERE level <> 'none'
  RETURN collect(CASE level
    WHEN 'full' THEN {
      level: level, reasons: reasons, current: current, statutory: e.type IN findable_types,
      involvement: e {.id, .type, .role, .lead, .confirmed, .from, .to, .last_confirmed, .recorded_at, .led_since,
        .source, .unanswered_on, .handed_over_on},
      practitioner: p {.id, .name, .job_title, .landline, .mobile, .email, .preferred_contact, .best_time},
      agency: a {.id, .name, .kind, .sector, .phone, .email},
      // An absence from this very agency, and a stand-in who works for it today: neither tells of another agency.
      away: head(COLLECT {
        MATCH (p)-[gone:AWAY_FROM]->(a)
        WHERE gone.from <= $today AND $today < gone.to
        RETURN {to: gone.to, stand_in: head(COLLECT {
          MATCH (other:Practitioner {id: gone.stand_in})-[work:WORKS_FOR]->(a)
          WHERE (work.from IS NULL OR work.from <= $today) AND (work.to IS NULL OR $today < work.to)
          RETURN other {.id, .name, .job_title, .landline, .mobile, .email, .preferred_contact, .best_time}
        })}
      }),
      type_label: head(COLLECT { MATCH (type:InvolvementType {code: e.type}) RETURN type.label })
    }
    WHEN 'agency' THEN {level: level, reasons: reasons, agency: a {.id, .name, .kind, .sector, .phone, .email}}
    ELSE {
      level: level, reasons: reasons,
      practitioner: head(COLLECT {
        MATCH (broker:Practitioner {id: e.broker_id})
        RETURN broker {.id, .name, .job_title, .landline, .mobile, .email, .preferred_contact, .best_time}
      })
    }
  END) AS seen
}
WITH root, root_families, collect({
  x: x, identity: identity, families: families, seen: seen,
  through: CASE WHEN around THEN ['around'] ELSE [] END + CASE WHEN opened THEN ['opened'] ELSE [] END
    + CASE WHEN broken THEN ['broken'] ELSE [] END + CASE WHEN coordinates THEN ['coordinates'] ELSE [] END
}) AS shown
WHERE root.id = $person AND any(one IN shown WHERE one.x = root)
WITH root, root_families, shown, [one IN shown WHERE one.identity = 'full' | one.x] AS full_people
UNWIND shown AS one
WITH root, root_families, full_people, one, one.x AS x, one.identity = 'full' AS is_full
RETURN
  CASE WHEN is_full
    THEN x {
      .id, .given_name, .family_name, .date_of_birth, .expected_date_of_birth, .deceased_on, .gender, .shielded,
      identity: one.identity, through: one.through
    }
    ELSE x {.id, .given_name, .family_name, identity: one.identity, through: one.through}
  END AS person,
  CASE WHEN is_full AND root IN full_people
    THEN [family IN one.families WHERE family IN root_families | family {.id, .name}] ELSE [] END AS families,
  CASE WHEN is_full THEN COLLECT {
    MATCH (x)-[link:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF]->(other:Person)
    WHERE other IN full_people
    RETURN link {.id, .qualifier, .from, .to, kind: type(link), from_person: x.id, to_person: other.id}
  } ELSE [] END AS links,
  one.seen AS involvements
ORDER BY person.id
