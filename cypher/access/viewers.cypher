// Every account that can see one involvement, at which level and for which reasons.
// mode: read
// sight: auditor
// param involvement: string
// param now: datetime
// param today: date
// column account: string
// column involvement: string
// column level: string
// column reasons: list<string>
// column blockers: list<string>
// row: graph.access.AccountDecision
// order: account
// Only accounts that a permit could reach are asked: the holder's, those with a grant on the person, those of
// practitioners around the family, and coordinators of its areas. Every permit of visibility.md needs one of these.
MATCH (p:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
MATCH (a:Agency {id: e.agency_id})
CALL (p, x) {
  MATCH (p)<-[:ACTS_AS]-(v:Account)
  RETURN v
  UNION
  MATCH (x)<-[:FOR]-(held:Grant)<-[:HOLDS]-(v:Account)
  WHERE held.granted_at <= $now AND $now < held.expires_at
  RETURN v
  UNION
  MATCH (x)<-[near:INVOLVED_WITH]-(:Practitioner)<-[:ACTS_AS]-(v:Account)
  WHERE near.confirmed AND (near.to IS NULL OR $today < near.to)
  RETURN v
  UNION
  MATCH (x)-[belongs:MEMBER_OF]->(home:Family)<-[shares:MEMBER_OF]-(y:Person)
  WHERE (belongs.to IS NULL OR $today < belongs.to) AND (shares.to IS NULL OR $today < shares.to)
  WITH DISTINCT y
  MATCH (y)<-[near:INVOLVED_WITH]-(:Practitioner)<-[:ACTS_AS]-(v:Account)
  WHERE near.confirmed AND (near.to IS NULL OR $today < near.to)
  RETURN v
  UNION
  MATCH (x)-[belongs:MEMBER_OF]->(home:Family {programme: true})
  WHERE belongs.to IS NULL OR $today < belongs.to
  WITH collect(home.area) AS home_areas
  MATCH (v:Account {role: 'coordinator'})
  WHERE any(area IN v.areas WHERE area IN home_areas)
  RETURN v
}
//! splice visibility/viewer
//! splice visibility/person
//! splice visibility/involvement
WITH * WHERE level <> 'none'
RETURN v.id AS account, e.id AS involvement, level AS level, reasons AS reasons, blockers AS blockers
ORDER BY account
