// The moves of members from and to a family since an instant that were not taken back, the newest first, as ids.
// mode: read
// sight: none: ids for the transaction, in which the fragment decides about each of the people
// param family: string
// param since: datetime
// column id: string
// column source: string
// column target: string
// column people: list<string>
// column made_by: string
// column made_at: datetime
// column undone: boolean
// row: graph.family_moves.FamilyMove
// order: made_at, id
CALL () {
  MATCH (move:FamilyMove {source: $family})
  WHERE $since <= move.made_at
  RETURN move
  UNION
  MATCH (move:FamilyMove {target: $family})
  WHERE $since <= move.made_at
  RETURN move
}
WITH move WHERE move.undone_at IS NULL
RETURN move.id AS id, move.source AS source, move.target AS target, move.people AS people, move.made_by AS made_by,
  move.made_at AS made_at, false AS undone
ORDER BY made_at DESC, id
