// The accounts that some permit could let see something of the people of one family: a superset, decided elsewhere.
// mode: read
// sight: none: accounts' ids alone, which the fragment is asked about next
// param people: list<string>
// param now: datetime
// param today: date
// column id: string
// row: graph.access.Identifier
// order: id
// As access/viewers: the holders', those with a grant on one of the people, those of practitioners around one of them, and
// coordinators of their areas.
UNWIND $people AS one
MATCH (x:Person {id: one})
CALL (x) {
  MATCH (x)<-[:INVOLVED_WITH]-(:Practitioner)<-[:ACTS_AS]-(v:Account)
  RETURN v
  UNION
  MATCH (x)<-[:FOR]-(held:Grant)<-[:HOLDS]-(v:Account)
  WHERE held.granted_at <= $now AND $now < held.expires_at
  RETURN v
  UNION
  MATCH (x)-[belongs:MEMBER_OF]->(home:Family)<-[shares:MEMBER_OF]-(y:Person)
  WHERE (belongs.to IS NULL OR $today < belongs.to) AND (shares.to IS NULL OR $today < shares.to)
  WITH DISTINCT y
  MATCH (y)<-[near:INVOLVED_WITH]-(:Practitioner)<-[:ACTS_AS]-(v:Account)
  WHERE near.to IS NULL OR $today < near.to
  RETURN v
  UNION
  MATCH (x)-[belongs:MEMBER_OF]->(home:Family {programme: true})
  WHERE belongs.to IS NULL OR $today < belongs.to
  WITH collect(home.area) AS home_areas
  MATCH (v:Account {role: 'coordinator'})
  WHERE any(area IN v.areas WHERE area IN home_areas)
  RETURN v
}
RETURN DISTINCT v.id AS id
ORDER BY id
