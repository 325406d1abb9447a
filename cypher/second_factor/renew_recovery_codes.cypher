// Gives an account other recovery codes in place of all it had; nothing where its second factor has changed.
// mode: write
// sight: none: an account's own second factor
// param account: string
// param salt: string
// param recovery_codes: list<string>
// column account: string
// row: graph.accounts.AccountId
// rows: one
MATCH (v:Account {id: $account})
WHERE v.second_factor_salt = $salt
SET v.recovery_codes = $recovery_codes
RETURN v.id AS account
