// Gives an account a second factor in place of the one named, or of none; nothing where another has come meanwhile.
// mode: write
// sight: none: an account's own second factor
// param account: string
// param replaces: string?
// param salt: string
// param step: integer
// param recovery_codes: list<string>
// param now: datetime
// column account: string
// row: graph.accounts.AccountId
// rows: one
MATCH (v:Account {id: $account})
// This write takes the lock before the present factor is read: of two who set one up at once, one succeeds.
SET v.second_factor_checked_at = $now
WITH v
WHERE coalesce(v.second_factor_salt, '') = coalesce($replaces, '')
SET v.second_factor_salt = $salt, v.second_factor_step = $step,
    v.second_factor_set_up_at = $now, v.recovery_codes = $recovery_codes
RETURN v.id AS account
