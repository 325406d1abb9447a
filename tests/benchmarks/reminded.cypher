MERGE (a:Agency {id: 'reminded'})
SET a.name = 'Reminded', a.kind = 'other', a.sector = 'statutory', a.status = 'live', a.asks_every = 3
WITH a
UNWIND range(1, $given.practitioners) AS number
MERGE (p:Practitioner {id: 'reminded-p' + number})
MERGE (x:Person {id: 'reminded-x' + number})
MERGE (v:Account {id: 'reminded-v' + number})
SET p.name = 'Practitioner ' + number, p.email = 'p' + number + '@example.org', x.given_name = 'Una', x.family_name = 'Wren',
  x.shielded = false, v.username = 'reminded' + number, v.username_key = 'reminded' + number, v.role = 'practitioner',
  v.status = 'active'
REMOVE v.asked_about_on
MERGE (p)-[work:WORKS_FOR]->(a)
SET work.from = date('2020-01-01')
MERGE (v)-[:ACTS_AS]->(p)
MERGE (v)-[:OF]->(a)
MERGE (p)-[e:INVOLVED_WITH {id: 'reminded-e' + number}]->(x)
SET e.agency_id = 'reminded', e.type = 'family_support', e.basis = 'public_task', e.sensitive = false, e.lead = false,
  e.confirmed = true, e.from = date('2024-01-01'), e.last_confirmed = date('2024-06-01'), e.to = null
REMOVE e.asked_on, e.asked_again_on, e.unanswered_on
