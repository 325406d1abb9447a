// The accounts with these usernames.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column username_key: string
// column practitioner: string?
// column agency: string
// row: graph.worlds.stored_facts.StoredAccount
// order: id
UNWIND $ids AS wanted
MATCH (account:Account {username_key: wanted})-[:OF]->(agency:Agency)
USING INDEX SEEK account:Account(username_key)
OPTIONAL MATCH (account)-[:ACTS_AS]->(practitioner:Practitioner)
RETURN account.id AS id, account.username_key AS username_key, practitioner.id AS practitioner, agency.id AS agency
ORDER BY id
