MATCH (m:Message)
DETACH DELETE m
WITH count(m) AS gone
MATCH (v:Account {id: $given.account})-[:OF]->(a:Agency)
SET a.asks_every = 1, v.digest = 'daily', v.digest_at = $given.now - duration({days: 20}),
  v.digest_on = $given.today - duration({days: 20})
REMOVE v.asked_about_on
WITH v
MATCH (v)-[:ACTS_AS]->(:Practitioner)-[e:INVOLVED_WITH]->(:Person)
SET e.asked_on = e.asked_on - duration({days: 20}), e.asked_again_on = e.asked_again_on - duration({days: 20})
