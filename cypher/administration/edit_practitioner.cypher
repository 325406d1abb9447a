// Changes a practitioner's particulars.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param record: map
// param reached: boolean
// param now: datetime
MATCH (p:Practitioner {id: $id})
SET p += $record, p.administered_at = $now,
  p.contacts_changed_at = CASE WHEN $reached THEN $now ELSE p.contacts_changed_at END
