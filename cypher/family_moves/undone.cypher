// Note that a move of members was taken back.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param id: string
// param now: datetime
MATCH (move:FamilyMove {id: $id})
SET move.undone_at = coalesce(move.undone_at, $now)
