// Into which person's record another one was merged; or the one that stands in for it: whoever reads it drops one of another id.
// mode: read
// sight: none: ids for the transaction, in which the fragment decides about that person
// param gone: string
// column id: string
// column kept: string?
// row: graph.merging.Merged
// rows: one
// The next record in the order of ids stands in for one that does not exist: it costs what one costs that is hidden.
MATCH (gone:MergedRecord)
WHERE gone.id >= $gone
WITH gone ORDER BY gone.id LIMIT 1
OPTIONAL MATCH (gone)-[:MERGED_INTO]->(x:Person)
RETURN gone.id AS id, x.id AS kept
