// Changes an agency's duty telephone and how often it asks whether work still holds.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param agency: string
// param record: map
// param now: datetime
MATCH (a:Agency {id: $agency})
SET a += $record, a.administered_at = $now
