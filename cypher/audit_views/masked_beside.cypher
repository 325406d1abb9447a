// Those with a masked sensitive service among everybody who shares a family with some people, for an auditor.
// mode: read
// sight: auditor
// param account: string
// param people: list<string>
// param unmasked: list<string>
// param now: datetime
// param today: date
// column id: string
// row: graph.access.Identifier
// order: id
MATCH (v:Account {id: $account, role: 'auditor'})
//! splice visibility/viewer
UNWIND $people AS wanted
MATCH (:Person {id: wanted})-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(x:Person)
WHERE (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
  AND (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to)
  AND NOT x.id IN $unmasked
WITH DISTINCT v, va, vp, active, live, standing, agreements, plain_types, findable_types, x
//! splice visibility/person
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH e WHERE coalesce(sensitive, true)
  RETURN count(e) > 0 AS hides
}
WITH x WHERE hides
RETURN x.id AS id
ORDER BY id
