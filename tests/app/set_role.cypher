MATCH (v:Account {id: $given.account})
SET v.role = $given.role
