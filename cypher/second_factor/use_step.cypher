// Accepts the code of a step once: nothing where this step, or a later one, was accepted already.
// mode: write
// sight: none: an account's own second factor
// param account: string
// param salt: string
// param step: integer
// param now: datetime
// column account: string
// row: graph.accounts.AccountId
// rows: one
MATCH (v:Account {id: $account})
// This write takes the lock before the last step is read; without it two processes would both accept a code.
SET v.second_factor_checked_at = $now
WITH v
WHERE v.second_factor_salt = $salt AND v.second_factor_step < $step
SET v.second_factor_step = $step
RETURN v.id AS account
