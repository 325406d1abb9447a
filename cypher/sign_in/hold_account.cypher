// Lets nobody else change an account until this transaction ends: what is read of it afterwards still holds at the commit.
// mode: write
// sight: none: nothing is read, and the account stays as it is
// param account: string
MATCH (v:Account {id: $account})
SET v.held = true
REMOVE v.held
