// Give a record the edges that lead from another, each with a mark of whence it came; what the record has already stays where it is.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param kept: string
// param gone: string
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
MATCH (gone)-[old]->(other)
WHERE type(old) <> 'MERGED_INTO' AND other <> kept AND NOT EXISTS {
  MATCH (kept)-[same:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF|MEMBER_OF]->(other)
  WHERE type(same) = type(old)
    AND (same.from IS NULL OR old.to IS NULL OR same.from < old.to) AND (old.from IS NULL OR same.to IS NULL OR old.from < same.to)
}
WITH kept, other, old, type(old) AS kind, properties(old) AS said
DELETE old
WITH kept, other, kind, said
CREATE (kept)-[new:$(kind)]->(other)
SET new = said, new.merged_from = coalesce(said.merged_from, []) + [$gone]
