// The accounts with these ids, as a world writes them (invited ones as suspended), and the hashes of their passwords.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (account:Account {id: wanted})-[:OF]->(agency:Agency)
USING INDEX SEEK account:Account(id)
OPTIONAL MATCH (account)-[:ACTS_AS]->(practitioner:Practitioner)
RETURN account.id AS id, account {.id, .username, .role, practitioner: practitioner.id, agency: agency.id, .areas,
  status: CASE account.status WHEN 'invited' THEN 'suspended' ELSE account.status END, .password_hash} AS record
ORDER BY id
