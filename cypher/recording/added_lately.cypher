// Whom an account has added since an instant with work of its own, and whether anybody else's work with them is shown to it.
// mode: read
// sight: account
// param account: string
// param since: datetime
// param now: datetime
// param today: date
// column id: string
// column given_name: string
// column family_name: string
// column added_at: datetime
// column others: boolean
// row: graph.taking_back.AddedClient
// order: added_at, id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
CALL (v, va, vp) {
  MATCH (vp)-[own:INVOLVED_WITH]->(x:Person)
  WHERE own.agency_id = va.id AND x.added_by = v.id AND $since <= x.added_at AND own.recorded_at = x.added_at
  RETURN DISTINCT x
}
//! splice visibility/person
WITH * WHERE direct AND NOT barred
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH * WHERE level <> 'none' AND p <> vp
  RETURN count(e) > 0 AS others
}
RETURN x.id AS id, x.given_name AS given_name, x.family_name AS family_name, x.added_at AS added_at, others AS others
ORDER BY added_at DESC, id
