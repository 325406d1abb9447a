// Give a record back the edges that led from it and still bear its mark.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param kept: string
// param gone: string
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
MATCH (kept)-[old]->(other)
WHERE old.merged_from[-1] = $gone
WITH gone, other, old, type(old) AS kind, properties(old) AS said
DELETE old
WITH gone, other, kind, said
CREATE (gone)-[new:$(kind)]->(other)
SET new = said, new.merged_from = CASE WHEN size(said.merged_from) > 1 THEN said.merged_from[..-1] END
