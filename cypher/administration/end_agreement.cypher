// Ends an agreement on a day, the first on which it is no longer in force.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param agreement: string
// param to_day: date
// param now: datetime
MATCH (agreement:Agreement {id: $agreement})
SET agreement.to = $to_day, agreement.administered_at = $now
