MATCH (v:Account {id: $given.account})
SET v.email = $given.email
