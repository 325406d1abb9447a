// The account with a username, for a filter of the trail.
// mode: read
// sight: none: accounts are no secret to an auditor
// param username_key: string
// column account: string
// row: graph.audit_search.NamedAccount
// rows: one
MATCH (account:Account {username_key: $username_key})
RETURN account.id AS account
