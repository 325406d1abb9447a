// Make a merged record a person's again.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param gone: string
MATCH (gone:MergedRecord {id: $gone})-[into:MERGED_INTO]->(:Person)
DELETE into
SET gone:Person
REMOVE gone:MergedRecord, gone.merge, gone.merged_by, gone.merged_at, gone.filled, gone.names_given
