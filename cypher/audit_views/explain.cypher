// What each of some accounts may see of each of some involvements, with the facts of the fragment that explain it.
// mode: read
// sight: auditor
// param account: string
// param involvements: list<string>
// param accounts: list<string>
// param unmasked: list<string>
// param now: datetime
// param today: date
// column place: integer
// column account: string
// column username: string
// column practitioner: string?
// column role: string
// column agency: string
// column agency_name: string
// column involvement: string
// column level: string
// column reasons: list<string>
// column blockers: list<string>
// column facts: map
// column works_with: list<map>
// row: graph.audit_sight.ExplainedRow
// order: place, involvement
// Whom an account works with is what the fragment calls `direct`, asked for the person and each of the family.
// A masked service does not leave the database, and everything is decided as if nobody worked there: how often, with whose
// agreement, for which agency, or who else is seen would tell which service it is. An administrator has no second purpose:
// of accounts of other agencies their sensitive work counts for nothing.
MATCH (asker:Account {id: $account})-[:OF]->(asking:Agency)
WHERE asker.role IN ['auditor', 'administrator']
UNWIND $involvements AS wanted
MATCH (:Practitioner)-[asked:INVOLVED_WITH {id: wanted}]->(subject:Person)
WHERE asker.role = 'auditor' OR asked.agency_id = asking.id
WITH asker, asking, subject, collect(asked) AS some
WITH asker, asking, collect({subject: subject, some: some}) AS questions
UNWIND range(0, size($accounts) - 1) AS place
MATCH (v:Account {id: $accounts[place]})
//! splice visibility/viewer
UNWIND questions AS question
WITH *, question.subject AS subject
CALL (v, va, vp, active, live, standing, agreements, plain_types, findable_types, subject, asker, asking) {
  UNWIND [subject] + COLLECT {
    MATCH (subject)-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(y:Person)
    WHERE (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
      AND (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to)
    RETURN DISTINCT y
  } AS near
  MATCH (near)<-[held:INVOLVED_WITH]-(vp)
  WHERE held.agency_id = va.id
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, near AS x, held AS e, vp AS p, va AS a, subject, asker, asking
  //! splice visibility/person
  //! splice visibility/involvement
  WITH *, coalesce(sensitive, true) AND CASE asker.role WHEN 'auditor' THEN NOT x.id IN $unmasked ELSE va <> asking END AS hides
  WITH collect(CASE WHEN hides THEN e.id END) AS unseen, collect(CASE WHEN e.confirmed AND current AND NOT hides THEN {
    person: x.id, given_name: x.given_name, family_name: x.family_name, from: e.from,
    shared: CASE WHEN x = subject THEN [] ELSE COLLECT {
      MATCH (subject)-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(x)
      WHERE (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
        AND (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to)
      RETURN {mine: mine.from, theirs: theirs.from}
    } END
  } END) AS works
  RETURN unseen AS unseen, COLLECT { UNWIND works AS one RETURN DISTINCT one } AS work
}
WITH *, subject AS x
//! splice visibility/person but unseen
UNWIND question.some AS e
WITH *, startNode(e) AS p
MATCH (a:Agency {id: e.agency_id})
//! splice visibility/involvement
WITH * WHERE asker.role = 'administrator' OR x.id IN $unmasked OR NOT coalesce(sensitive, true)
RETURN place AS place, v.id AS account, v.username AS username, vp.name AS practitioner, v.role AS role,
  va.id AS agency, va.name AS agency_name,
  e.id AS involvement, level AS level,
  reasons AS reasons, blockers AS blockers,
  {
    status: v.status, agency_status: va.status, holder_status: a.status, holder: a.name,
    same_agency: a = va, around: around, opened: opened, broken: broken, coordinates: coordinates, shut: shut, shielded: x.shielded,
    from: e.from, to: e.to, begun: e.from IS NULL OR e.from <= $today, recorded_at: e.recorded_at,
    agreements: CASE WHEN agreed AND a <> va THEN COLLECT {
      MATCH (a)-[signed:SIGNED]->(agreement:Agreement)<-[ours:SIGNED]-(va)
      WHERE signed.on <= $today AND agreement IN agreements
      RETURN {name: agreement.name, signed: signed.on, ours: ours.on, from: agreement.from} ORDER BY agreement.name, agreement.id
    } ELSE [] END,
    grants: COLLECT {
      MATCH (x)<-[:FOR]-(held:Grant)<-[:HOLDS]-(v)
      WHERE held.granted_at <= $now AND $now < held.expires_at
      RETURN {kind: held.kind, granted_at: held.granted_at, expires_at: held.expires_at} ORDER BY held.granted_at, held.id
    },
    programme_from: [(x)-[member:MEMBER_OF]->(family:Family) WHERE coordinates AND family IN families AND family.programme
      AND family.area IN v.areas | member.from],
    given_at: CASE WHEN consented AND (sensitive OR e.basis = 'consent') THEN [gift IN counted WHERE gift.given AND gift.at IS NOT NULL | gift.at] ELSE [] END
  } AS facts,
  CASE WHEN asker.role = 'administrator' THEN [one IN work | one {.person, .from, .shared}]
    ELSE [one IN work | one {.person, .given_name, .family_name, .from, .shared}] END AS works_with
ORDER BY place, involvement
