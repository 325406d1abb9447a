// The account that an invitation is for, while the invitation can be used.
// mode: read
// sight: none: whoever holds the link, an account's own username
// param invitation: string
// param now: datetime
// column username: string
// row: graph.invitations.Invited
// rows: one
MATCH (i:Invitation {id: $invitation})-[:FOR]->(v:Account)
WHERE i.used_at IS NULL AND i.expires_at > $now AND v.status = 'invited'
RETURN v.username AS username
