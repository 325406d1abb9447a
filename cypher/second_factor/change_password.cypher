// Gives an account another password in place of the one that was checked; nothing where that has changed meanwhile.
// mode: write
// sight: none: an account's own password
// param account: string
// param checked: string
// param password_hash: string
// column account: string
// row: graph.accounts.AccountId
// rows: one
MATCH (v:Account {id: $account})
WHERE v.password_hash IN [$checked, $password_hash]
SET v.password_hash = $password_hash
RETURN v.id AS account
