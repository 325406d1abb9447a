// Lets a suspended account sign in again; one that was never taken up is invited, not active.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param account: string
// param now: datetime
MATCH (v:Account {id: $account})
SET v.status = CASE WHEN v.password_hash IS NULL THEN 'invited' ELSE 'active' END, v.administered_at = $now
