// What one account may see of each of some involvements, with the reasons, and the blockers for an auditor.
// mode: read
// sight: account
// param account: string
// param involvements: list<string>
// param now: datetime
// param today: date
// column involvement: string
// column level: string
// column reasons: list<string>
// column blockers: list<string>
// row: graph.access.Decision
// order: involvement
MATCH (v:Account {id: $account})
//! splice visibility/viewer
UNWIND $involvements AS wanted
MATCH (:Practitioner)-[e:INVOLVED_WITH {id: wanted}]->(x:Person)
WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, x, collect(e) AS asked
//! splice visibility/person
UNWIND asked AS e
WITH *, startNode(e) AS p
MATCH (a:Agency {id: e.agency_id})
//! splice visibility/involvement
RETURN e.id AS involvement, level AS level, reasons AS reasons, blockers AS blockers
ORDER BY involvement
