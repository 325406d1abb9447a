// Whoever an account belongs to, by username: the practitioner and all of their accounts, or the one account without a practitioner.
// mode: read
// sight: none: read for privacy officers alone; accounts and practitioners, no person
// param username_key: string
// column practitioner: string?
// column name: string
// column accounts: list<map>
// row: graph.bars.Human
// rows: one
MATCH (v:Account {username_key: $username_key})
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
CALL (v, p) {
  RETURN v AS account
  UNION
  MATCH (p)<-[:ACTS_AS]-(account:Account)
  RETURN account
}
MATCH (account)-[:OF]->(agency:Agency)
WITH v, p, account, agency
ORDER BY account.id
WITH v, p, collect({id: account.id, username: account.username, role: account.role, agency: agency.name}) AS accounts
RETURN p.id AS practitioner, coalesce(p.name, v.username) AS name, accounts AS accounts
