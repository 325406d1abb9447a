// Keep what a record said before a change; the same id again changes nothing.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param id: string
// param kind: string
// param of: string
// param said: string
// param by: string
// param now: datetime
MERGE (former:Former {id: $id})
ON CREATE SET former.kind = $kind, former.of = $of, former.said = $said, former.changed_by = $by, former.changed_at = $now
