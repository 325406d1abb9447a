// Whether an account may open one person now, having found them: in full already, findable, or shielded and named by reference and birth date.
// mode: read
// sight: account
// param account: string
// param person: string
// param now: datetime
// param today: date
// column answer: string
// column given_name: string
// column family_name: string
// row: graph.grants.Openable
// rows: one
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH *, $person AS wanted
//! splice stand_in/person
//! splice visibility/person
CALL (*) {
  WITH * WHERE live AND standing AND NOT barred
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH * WHERE NOT sensitive AND current AND agreed
  RETURN count(CASE WHEN basis_ok OR e.type IN findable_types THEN e END) > 0 AS findable,
    count(CASE WHEN e.type IN findable_types THEN e END) > 0 AS statutory
}
WITH *, CASE
    WHEN identity = 'full' THEN 'full'
    WHEN findable AND NOT x.shielded THEN 'findable'
    WHEN statutory AND x.shielded THEN 'guarded'
  END AS answer
WITH * WHERE answer IS NOT NULL AND x.id = wanted
RETURN answer AS answer, x.given_name AS given_name, x.family_name AS family_name
