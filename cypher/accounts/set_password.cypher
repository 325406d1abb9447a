// Gives an account another password.
// mode: write
// sight: none: an operator's act
// param username_key: string
// param password_hash: string
// column account: string
// row: graph.accounts.AccountId
// rows: one
MATCH (v:Account {username_key: $username_key})
SET v.password_hash = $password_hash
RETURN v.id AS account
