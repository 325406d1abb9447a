// What each of some practitioners, by an account for an agency, may see of each of some involvements with one person.
// mode: read
// sight: account: each colleague's own
// param person: string
// param colleagues: list<map>
// param involvements: list<string>
// param now: datetime
// param today: date
// column account: string
// column practitioner: string
// column agency: string
// column involvement: string
// column level: string
// row: graph.consent_effect.Sight
// order: account, involvement
UNWIND $colleagues AS colleague
MATCH (:Practitioner {id: colleague.practitioner})<-[:ACTS_AS]-(v:Account)-[:OF]->(:Agency {id: colleague.agency})
WITH DISTINCT v
//! splice visibility/viewer
MATCH (x:Person {id: $person})
//! splice visibility/person
MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
WHERE e.id IN $involvements
MATCH (a:Agency {id: e.agency_id})
//! splice visibility/involvement
RETURN v.id AS account, vp.id AS practitioner, va.id AS agency, e.id AS involvement, level AS level
ORDER BY account, involvement
