// Stores an involvement type, new or changed.
// mode: write
// sight: none: a code list, written after the scope has been decided in the same transaction
// param code: string
// param record: map
// param now: datetime
MERGE (type:InvolvementType {code: $code})
SET type += $record, type.administered_at = $now
