// One move of members between families, as ids; or the one that stands in for it: whoever reads it drops one of another id.
// mode: read
// sight: none: ids for the transaction, in which the fragment decides about each of the people
// param id: string
// column id: string
// column source: string
// column target: string
// column people: list<string>
// column made_by: string
// column made_at: datetime
// column undone: boolean
// row: graph.family_moves.FamilyMove
// rows: one
// The next move in the order of ids stands in for one that does not exist: it costs what one costs that is hidden.
MATCH (move:FamilyMove)
WHERE move.id >= $id
WITH move ORDER BY move.id LIMIT 1
RETURN move.id AS id, move.source AS source, move.target AS target, move.people AS people, move.made_by AS made_by,
  move.made_at AS made_at, move.undone_at IS NOT NULL AS undone
