// Takes the second factor from an account.
// mode: write
// sight: none: an operator's act
// param username_key: string
// column account: string
// row: graph.accounts.AccountId
// rows: one
MATCH (v:Account {username_key: $username_key})
REMOVE v.second_factor_salt, v.second_factor_step, v.second_factor_set_up_at,
       v.second_factor_checked_at, v.recovery_codes
RETURN v.id AS account
