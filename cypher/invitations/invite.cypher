// Invites the holder of an account that nobody has taken up yet, in place of any earlier invitation of that account.
// mode: write
// sight: none: an administrator's act on an account; whether they may is decided by the caller
// param account: string
// param email: string
// param invitation: string
// param now: datetime
// param expires_at: datetime
// column username: string
// row: graph.invitations.Invited
// rows: one
MATCH (v:Account {id: $account})
// This write takes the lock: two who invite at once leave one invitation.
SET v.invited_at = $now
WITH v WHERE v.status = 'invited'
SET v.email = $email
WITH v
CALL (v) {
  MATCH (earlier:Invitation)-[:FOR]->(v)
  WHERE earlier.id <> $invitation
  DETACH DELETE earlier
}
MERGE (i:Invitation {id: $invitation})
ON CREATE SET i.created_at = $now, i.expires_at = $expires_at
MERGE (i)-[:FOR]->(v)
RETURN v.username AS username
