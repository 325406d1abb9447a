// The username of an account, for the head of its trail.
// mode: read
// sight: none: accounts are no secret to an auditor
// param account: string
// column username: string
// row: graph.audit_search.Username
// rows: one
MATCH (account:Account {id: $account})
RETURN account.username AS username
