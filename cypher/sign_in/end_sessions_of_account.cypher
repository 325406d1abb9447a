// Ends every session of an account.
// mode: write
// sight: none: an account's own sessions
// param account: string
MATCH (v:Account {id: $account})<-[:OF_ACCOUNT]-(s:Session)
DETACH DELETE s
