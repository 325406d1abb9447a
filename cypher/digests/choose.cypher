// Write how often an account wants to hear of changes, from now on; no rhythm: not at all.
// mode: write
// sight: none: an account's own choice
// param account: string
// param rhythm: string?
// param now: datetime
// param today: date
MATCH (v:Account {id: $account})
SET v.digest = $rhythm, v.digest_at = $now, v.digest_on = $today
