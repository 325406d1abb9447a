// The addresses of the active administrators of some agencies.
// mode: read
// sight: none: accounts alone, who are told that something waits for them
// param agencies: list<string>
// column account: string
// column email: string?
// row: graph.reminders.Administrator
// order: account
UNWIND $agencies AS wanted
MATCH (a:Agency {id: wanted})<-[:OF]-(v:Account {role: 'administrator', status: 'active'})
RETURN v.id AS account, coalesce(v.email, head([(v)-[:ACTS_AS]->(p:Practitioner) | p.email])) AS email
ORDER BY account
