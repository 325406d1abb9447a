// What each of some accounts may see of one involvement, with the reasons, and the blockers for an auditor.
// mode: read
// sight: auditor
// param involvement: string
// param accounts: list<string>
// param now: datetime
// param today: date
// column account: string
// column involvement: string
// column level: string
// column reasons: list<string>
// column blockers: list<string>
// row: graph.access.AccountDecision
// order: account
MATCH (p:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
MATCH (a:Agency {id: e.agency_id})
UNWIND $accounts AS wanted
MATCH (v:Account {id: wanted})
//! splice visibility/viewer
//! splice visibility/person
//! splice visibility/involvement
RETURN v.id AS account, e.id AS involvement, level AS level, reasons AS reasons, blockers AS blockers
ORDER BY account
