// Make a record one that was merged into another: it is nobody's any more, and keeps what it said.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param kept: string
// param gone: string
// param merge: map
// param now: datetime
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
SET gone.merge = $merge.id, gone.merged_by = $merge.by, gone.merged_at = $now, gone.filled = $merge.filled,
  gone.names_given = $merge.names
FOREACH (x IN CASE WHEN gone:Client THEN [kept] ELSE [] END | SET x:Client)
FOREACH (x IN CASE WHEN gone:FamilyMember THEN [kept] ELSE [] END | SET x:FamilyMember)
SET gone:MergedRecord
REMOVE gone:Person:Client:FamilyMember
CREATE (gone)-[:MERGED_INTO]->(kept)
