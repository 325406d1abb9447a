// Gives an account a role with areas.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param account: string
// param role: string
// param areas: list<string>
// param now: datetime
MATCH (v:Account {id: $account})
SET v.role = $role, v.areas = $areas, v.administered_at = $now
