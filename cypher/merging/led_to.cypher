// The person to whom the id of a merged record leads, for an account that may see them; none for any other.
// mode: read
// sight: account
// param account: string
// param person: string
// param now: datetime
// param today: date
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// As in team/around_family: whoever stands next stands in for none, so that hidden and absent cost the same.
CALL () {
  MATCH (gone:MergedRecord)
  WHERE gone.id >= $person
  RETURN gone ORDER BY gone.id LIMIT 1
}
MATCH (gone)-[:MERGED_INTO*1..9]->(x:Person)
//! splice visibility/person
WITH * WHERE gone.id = $person AND identity <> 'none'
RETURN x.id AS id
ORDER BY id
