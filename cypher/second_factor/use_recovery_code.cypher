// Accepts a recovery code once and tells how many are left; nothing where the account has no such code.
// mode: write
// sight: none: an account's own second factor
// param account: string
// param salt: string
// param recovery_code: string
// param now: datetime
// column left: integer
// row: graph.second_factor.Left
// rows: one
MATCH (v:Account {id: $account})
// This write takes the lock before the codes are read; without it two processes would both accept one.
SET v.second_factor_checked_at = $now
WITH v
WHERE v.second_factor_salt = $salt AND $recovery_code IN v.recovery_codes
SET v.recovery_codes = [code IN v.recovery_codes WHERE code <> $recovery_code]
RETURN size(v.recovery_codes) AS left
