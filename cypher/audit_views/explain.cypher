// What each of some accounts may see of one involvement, with the facts of the fragment that explain it.
// mode: read
// sight: auditor
// param account: string
// param involvement: string
// param accounts: list<string>
// param unmasked: list<string>
// param now: datetime
// param today: date
// column place: integer
// column account: string?
// column username: string?
// column practitioner: string?
// column role: string
// column agency: string?
// column agency_name: string?
// column level: string
// column reasons: list<string>
// column blockers: list<string>
// column facts: map
// column works_with: list<map>
// row: graph.audit_views.ExplainedRow
// order: place
// Whom an account works with is what the fragment calls `direct`, asked for the person and each of the family. An account
// that works with the family through sensitive services alone is shown without its name and agency until a second purpose
// unmasks it; to an administrator it stays so unless it is of their own agency.
MATCH (asker:Account {id: $account})-[:OF]->(asking:Agency)
WHERE asker.role IN ['auditor', 'administrator']
MATCH (holder:Practitioner)-[asked:INVOLVED_WITH {id: $involvement}]->(subject:Person)
MATCH (owner:Agency {id: asked.agency_id})
WHERE asker.role = 'auditor' OR owner = asking
UNWIND range(0, size($accounts) - 1) AS place
MATCH (v:Account {id: $accounts[place]})
//! splice visibility/viewer
CALL (v, va, vp, active, live, standing, agreements, plain_types, findable_types, subject) {
  WITH *, subject AS x
  //! splice visibility/person
  UNWIND [subject] + COLLECT {
    UNWIND families AS family
    MATCH (family)<-[member:MEMBER_OF]-(y:Person)
    WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to) AND y <> subject
    RETURN DISTINCT y
  } AS near
  MATCH (near)<-[held:INVOLVED_WITH]-(vp)
  WHERE held.agency_id = va.id
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, near AS x, held AS e, vp AS p, va AS a
  //! splice visibility/person
  //! splice visibility/involvement
  WITH * WHERE direct AND current
  RETURN collect(DISTINCT {
    person: x.id, given_name: x.given_name, family_name: x.family_name, sensitive: coalesce(sensitive, true)
  }) AS work
}
WITH *, subject AS x, asked AS e, holder AS p, owner AS a
//! splice visibility/person
//! splice visibility/involvement
WITH *, (asker.role = 'auditor' AND x.id IN $unmasked) OR (asker.role = 'administrator' AND va = asking) AS open
WITH *, [one IN work WHERE open OR NOT one.sensitive] AS shown_work
WITH *, size(work) > 0 AND size(shown_work) = 0 AND NOT coalesce(p = vp, false) AS masked,
  CASE WHEN agreed AND a <> va THEN COLLECT {
    MATCH (a)-[signed:SIGNED]->(agreement:Agreement)
    WHERE signed.on <= $today AND agreement IN agreements
    RETURN agreement.name ORDER BY agreement.name
  } ELSE [] END AS shared_agreements
RETURN place AS place,
  CASE WHEN NOT masked THEN v.id END AS account, CASE WHEN NOT masked THEN v.username END AS username,
  CASE WHEN NOT masked THEN vp.name END AS practitioner, v.role AS role,
  CASE WHEN NOT masked THEN va.id END AS agency, CASE WHEN NOT masked THEN va.name END AS agency_name,
  level AS level, reasons AS reasons, blockers AS blockers,
  {
    masked: masked, status: v.status, agency_status: va.status, holder_status: a.status, holder: a.name,
    same_agency: a = va, around: around, opened: opened, broken: broken, shut: shut,
    from: e.from, to: e.to, begun: e.from IS NULL OR e.from <= $today,
    agreements: shared_agreements
  } AS facts,
  CASE WHEN asker.role = 'administrator' THEN [one IN shown_work | one {.person}]
    ELSE [one IN shown_work | one {.person, .given_name, .family_name}] END AS works_with
ORDER BY place
