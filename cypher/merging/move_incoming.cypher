// Give a record the edges that lead to another, each with a mark of whence it came; a family link that it has already stays there.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param kept: string
// param gone: string
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
MATCH (gone)<-[old]-(other)
WHERE type(old) <> 'MERGED_INTO' AND other <> kept AND NOT (other:Person AND EXISTS {
  MATCH (kept)<-[same:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF]-(other)
  WHERE type(same) = type(old)
})
WITH kept, other, old, type(old) AS kind, properties(old) AS said
DELETE old
WITH kept, other, kind, said
CREATE (kept)<-[new:$(kind)]-(other)
SET new = said, new.merged_from = coalesce(said.merged_from, []) + [$gone]
