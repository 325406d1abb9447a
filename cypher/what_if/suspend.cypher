// Suppose that one account is suspended.
// mode: write
// sight: none: a supposition inside a transaction that is always rolled back
// param wanted: string
MATCH (v:Account {id: $wanted})
SET v.status = 'suspended'
