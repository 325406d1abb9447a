// The practitioners who work with two or more of a coordinator's programme families, a page of them, counted over what the account may see alone.
// mode: read
// sight: account
// param account: string
// param skip: integer
// param limit: integer
// param now: datetime
// param today: date
// column areas: list<string>
// column families: integer
// column total: integer
// column practitioners: list<map>
// row: graph.shared_practitioners.SharedRow
// rows: one
// Anchored on the families and read towards the practitioner, who may have thousands of involvements elsewhere.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
CALL (*) {
  MATCH (home:Family {programme: true})
  WHERE home.area IN v.areas
  MATCH (home)<-[member:MEMBER_OF]-(x:Person)
  WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
  WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, x, collect(home) AS homes
  //! splice visibility/person
  WITH * WHERE identity = 'full'
  CALL (*) {
    MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
    MATCH (a:Agency {id: e.agency_id})
    //! splice visibility/involvement
    WITH * WHERE level = 'full' AND current
    RETURN collect({practitioner: p, agency: a, involvement: e.id, reasons: reasons}) AS seen
  }
  RETURN collect({x: x, homes: homes, seen: seen}) AS shown
}
CALL (shown) {
  UNWIND shown AS one
  UNWIND one.homes AS home
  RETURN count(DISTINCT home) AS families
}
CALL (shown) {
  UNWIND shown AS one
  UNWIND one.seen AS seen
  UNWIND one.homes AS home
  WITH seen.practitioner AS p, home, min(one.x.id) AS member, collect(DISTINCT seen.agency.name) AS agencies,
    collect(DISTINCT {id: seen.involvement, person: one.x.id, reasons: seen.reasons}) AS involvements
  ORDER BY home.name, home.id
  WITH p, collect({id: home.id, name: home.name, member: member}) AS touched,
    collect(agencies) AS agencies, collect(involvements) AS involvements
  WHERE size(touched) >= 2
  WITH p, touched, agencies, involvements
  ORDER BY size(touched) DESC, p.name, p.id
  RETURN collect({
    practitioner: p {.id, .name, .job_title, .landline, .mobile, .email, .preferred_contact, .best_time},
    agencies: agencies, families: touched, involvements: involvements
  }) AS shared
}
WITH v, families, shared,
  COLLECT { MATCH (area:Area) WHERE area.id IN v.areas RETURN area.name ORDER BY area.name, area.id } AS areas
RETURN areas AS areas, families AS families, size(shared) AS total, shared[$skip..$skip + $limit] AS practitioners
