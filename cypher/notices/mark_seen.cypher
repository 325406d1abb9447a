// Note that an account has read some of what it was told; notices of others are left alone.
// mode: write
// sight: none: an account's own marks
// param account: string
// param notices: list<string>
// column id: string
// row: graph.notices.Marked
// order: id
UNWIND $notices AS wanted
MATCH (notice:Notice {id: wanted, account: $account})
WHERE notice.seen = false
SET notice.seen = true
RETURN notice.id AS id
ORDER BY id
