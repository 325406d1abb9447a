MATCH (v:Account {id: $account})-[:OF]->(a:Agency)
SET v.status = $status, a.status = $agency_status
