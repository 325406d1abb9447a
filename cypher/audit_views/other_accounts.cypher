// A page of the accounts outside a list, of one agency or of all, with how many there are.
// mode: read
// sight: none: accounts' ids alone, which the fragment is asked about next
// param without: list<string>
// param agency: string?
// param skip: integer
// param limit: integer
// column total: integer
// column accounts: list<string>
// row: graph.audit_sight.AccountsRow
// rows: one
MATCH (v:Account)
WHERE NOT v.id IN $without
MATCH (v)-[:OF]->(va:Agency)
WHERE $agency IS NULL OR va.id = $agency
WITH v, va
ORDER BY va.name, va.id, v.username_key, v.id
WITH collect(v.id) AS ids
RETURN size(ids) AS total, ids[$skip..$skip + $limit] AS accounts
