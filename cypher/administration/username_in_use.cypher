// Whether a username is somebody's, or waits for a second administrator to become somebody's; nothing of whose.
// mode: read
// sight: none: a word about a username
// param username_key: string
// param now: datetime
// column taken: boolean
// row: graph.administration.accounts.Taken
// rows: one
OPTIONAL MATCH (v:Account {username_key: $username_key})
RETURN v IS NOT NULL OR EXISTS {
  MATCH (c:RoleChange {username_key: $username_key, status: 'open'})
  WHERE c.expires_at > $now
} AS taken
