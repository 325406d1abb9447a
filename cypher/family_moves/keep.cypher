// Keep that members of one family were moved to another; the same id again changes nothing.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; ids alone
// param move: map
// param now: datetime
MERGE (move:FamilyMove {id: $move.id})
ON CREATE SET move = $move, move.made_at = $now
