// Suppose that one sharing agreement is over from today on.
// mode: write
// sight: none: a supposition inside a transaction that is always rolled back
// param agreement: string
// param today: date
MATCH (agreement:Agreement {id: $agreement})
SET agreement.to = $today
