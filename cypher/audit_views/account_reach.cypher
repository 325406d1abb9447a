// A page of the people whom an account may reach, by name, and how many they are; who sees what is decided elsewhere.
// mode: read
// sight: auditor
// param account: string
// param wanted: string
// param unmasked: list<string>
// param everybody: boolean
// param skip: integer
// param limit: integer
// param now: datetime
// param today: date
// column total: integer
// column people: list<string>
// column all_people: list<string>
// row: graph.audit_accounts.ReachRow
// rows: one
// Anchored on what the account itself holds: its practitioner's involvements with the families of those it works with, its
// grants, the programme's families in its areas. Every permit and identity of visibility.md needs one of these.
// Somebody reached through sensitive work alone is neither named nor counted: a total of zero here and of one there would
// tell which of two accounts works with somebody who has a masked service.
MATCH (asker:Account {id: $account, role: 'auditor'})
MATCH (v:Account {id: $wanted})
//! splice visibility/viewer
CALL (v, va, vp, active, live, standing, agreements, plain_types, findable_types) {
  MATCH (vp)-[e:INVOLVED_WITH]->(x:Person)
  MATCH (a:Agency {id: e.agency_id})
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, x, e, vp AS p, a
  //! splice visibility/person
  //! splice visibility/involvement
  WITH x, families, coalesce(sensitive, true) AND NOT x.id IN $unmasked AS hides, coalesce(e.confirmed, false) AND current AND a = va AS works
  CALL (x, families, works) {
    RETURN x AS reached
    UNION
    UNWIND CASE WHEN works THEN families ELSE [] END AS family
    MATCH (family)<-[member:MEMBER_OF]-(reached:Person)
    WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
    RETURN reached
  }
  RETURN reached, hides
  UNION
  MATCH (v)-[:HOLDS]->(held:Grant)-[:FOR]->(granted:Person)
  WHERE held.granted_at <= $now AND $now < held.expires_at
  CALL (held, granted) {
    RETURN granted AS reached
    UNION
    MATCH (granted)-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(reached:Person)
    WHERE held.kind = 'break_glass' AND (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
      AND (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to)
    RETURN reached
  }
  RETURN reached, false AS hides
  UNION
  MATCH (family:Family {programme: true})<-[member:MEMBER_OF]-(reached:Person)
  WHERE v.role = 'coordinator' AND family.area IN v.areas
    AND (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
  RETURN reached, false AS hides
}
WITH reached, min(CASE WHEN hides THEN 1 ELSE 0 END) = 1 AS is_masked
ORDER BY reached.family_name, reached.given_name, reached.id
WITH collect(reached.id) AS all_ids, collect(CASE WHEN NOT is_masked THEN reached.id END) AS open_ids
RETURN size(open_ids) AS total, open_ids[$skip..$skip + $limit] AS people,
  CASE WHEN $everybody THEN all_ids ELSE [] END AS all_people
