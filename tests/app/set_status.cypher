MATCH (v:Account {id: $given.account})-[:OF]->(a:Agency)
SET v.status = $given.status, a.status = $given.agency_status
