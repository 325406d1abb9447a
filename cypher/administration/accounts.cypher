// A page of the accounts of these agencies, by name or username, with how many there are.
// mode: read
// sight: none: accounts alone, those of the administrator's scope
// param agencies: list<string>
// param text: string
// param role: string?
// param status: string?
// param skip: integer
// param limit: integer
// column total: integer
// column accounts: list<map>
// row: graph.administration.accounts.AccountsRow
// rows: one
MATCH (a:Agency)
WHERE a.id IN $agencies
MATCH (a)<-[:OF]-(v:Account)
WHERE ($role IS NULL OR v.role = $role) AND ($status IS NULL OR v.status = $status)
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
WITH a, v, p
WHERE $text = '' OR v.username_key CONTAINS $text OR toLower(p.name) CONTAINS $text
WITH a, v, p
ORDER BY toLower(coalesce(p.name, v.username)), v.id
WITH collect(v {.id, .username, .role, .status, agency_name: a.name, name: p.name}) AS accounts
RETURN size(accounts) AS total, accounts[$skip..$skip + $limit] AS accounts
