// Calls off a group's go-live that has not taken effect.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param account: string
// param now: datetime
MATCH (g:GoLive {id: $id, status: 'scheduled'})
SET g.status = 'called_off', g.closed_by = $account, g.closed_at = $now
