// Changes a practitioner's particulars.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param record: map
// param now: datetime
MATCH (p:Practitioner {id: $id})
SET p += $record, p.administered_at = $now
