// How much of some people an account sees at this moment, and whether emergency access shows it something of their team.
// mode: read
// sight: account
// param account: string
// param people: list<string>
// param now: datetime
// param today: date
// column person: string
// column identity: string
// column broken: boolean
// column shielded: boolean
// column gives: boolean
// column given_name: string
// column family_name: string
// column also_known_as: list<string>
// row: graph.break_glass.EmergencySight
// order: person
// Asked with a grant in place, kept or assumed, it tells what emergency access would give: by the same fragment.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
UNWIND $people AS wanted
//! splice stand_in/person
//! splice visibility/person
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  WITH * WHERE 'BREAK_GLASS' IN reasons
  RETURN count(e) > 0 AS gives
}
WITH * WHERE identity <> 'none' AND x.id = wanted
RETURN x.id AS person, identity AS identity, broken AS broken, coalesce(x.shielded, true) AS shielded, gives AS gives,
  x.given_name AS given_name, x.family_name AS family_name, coalesce(x.also_known_as, []) AS also_known_as
ORDER BY person
