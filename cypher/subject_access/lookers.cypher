// Which practitioner each of some accounts acts as, and the kind of its agency.
// mode: read
// sight: none: ids and codes, for accounts whose looks an auditor is shown unmasked
// param accounts: list<string>
// column account: string
// column practitioner: string?
// column kind: string?
// row: graph.subject_access.Looker
// order: account
UNWIND $accounts AS wanted
MATCH (v:Account {id: wanted})
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
OPTIONAL MATCH (v)-[:OF]->(a:Agency)
WITH v, head(collect(p.id)) AS practitioner, head(collect(a.kind)) AS kind
RETURN v.id AS account, practitioner AS practitioner, kind AS kind
ORDER BY account
