// How often an account wants to hear of changes, and since when it was not told.
// mode: read
// sight: none: an account's own choice
// param account: string
// column rhythm: string?
// row: graph.digests.Chosen
// rows: one
MATCH (v:Account {id: $account})
RETURN v.digest AS rhythm
