// Write a practitioner's absence from the account's agency, in place of any before; one without an end is none.
// mode: write
// sight: none: an account's own particulars
// param account: string
// param away: map
MATCH (v:Account {id: $account})-[:OF]->(va:Agency)
MATCH (v)-[:ACTS_AS]->(p:Practitioner)
CALL (p, va) {
  MATCH (p)-[before:AWAY_FROM]->(va)
  DELETE before
}
WITH p, va
WHERE $away.to IS NOT NULL
CREATE (p)-[away:AWAY_FROM]->(va)
SET away = $away
