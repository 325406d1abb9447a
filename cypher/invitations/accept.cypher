// Uses an invitation once: the account gets its password and becomes active; again with the same use it answers alike.
// mode: write
// sight: none: whoever holds the link, an account's own particulars
// param invitation: string
// param use: string
// param password_hash: string
// param now: datetime
// column account: string
// column username: string
// column role: string
// column agency: string
// row: graph.invitations.Accepted
// rows: one
MATCH (i:Invitation {id: $invitation})-[:FOR]->(v:Account)-[:OF]->(a:Agency)
// This write takes the lock before the state is read; without it a link could be used twice at once.
SET i.touched_at = $now
WITH i, v, a
WHERE i.used_by = $use OR (i.used_at IS NULL AND i.expires_at > $now AND v.status = 'invited')
SET i.used_at = coalesce(i.used_at, $now), i.used_by = $use,
    v.password_hash = $password_hash, v.status = 'active'
RETURN v.id AS account, v.username AS username, v.role AS role, a.id AS agency
