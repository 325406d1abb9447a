// Keep an e-mail address of a practitioner or an agency that waits to be confirmed, in place of any that waited before.
// mode: write
// sight: none: written after it was decided in the same transaction whose address this account may change
// param id: string
// param change: map
// param now: datetime
// param expires_at: datetime
CALL () {
  MATCH (earlier:EmailChange {of: $change.of})
  WHERE earlier.id <> $id AND earlier.used_at IS NULL
  DELETE earlier
}
MERGE (change:EmailChange {id: $id})
ON CREATE SET change += $change, change.asked_at = $now, change.expires_at = $expires_at
