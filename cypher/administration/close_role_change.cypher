// Closes a role change: accepted, declined or withdrawn; the address that it held goes.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param status: string
// param account: string
// param now: datetime
MATCH (c:RoleChange {id: $id, status: 'open'})
SET c.status = $status, c.closed_by = $account, c.closed_at = $now
REMOVE c.email
