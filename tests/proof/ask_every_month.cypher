MATCH (v:Account {id: $given.account})-[:OF]->(a:Agency)
SET a.asks_every = 1
