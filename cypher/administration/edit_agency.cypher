// Changes an agency's particulars.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param record: map
// param now: datetime
MATCH (a:Agency {id: $id})
SET a += $record, a.administered_at = $now
