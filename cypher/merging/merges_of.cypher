// The records that were merged into a person's, the newest first.
// mode: read
// sight: none: asked by a transaction in which the account works with the person, or is a privacy officer's
// param person: string
// column id: string
// column merge: string
// column given_name: string
// column family_name: string
// column merged_at: datetime
// column filled: list<string>
// column names_given: list<string>
// row: graph.merging.MergedRecord
// order: merged_at, id
MATCH (x:Person {id: $person})<-[:MERGED_INTO]-(gone:MergedRecord)
RETURN gone.id AS id, gone.merge AS merge, gone.given_name AS given_name, gone.family_name AS family_name,
  gone.merged_at AS merged_at, gone.filled AS filled, gone.names_given AS names_given
ORDER BY merged_at DESC, id
