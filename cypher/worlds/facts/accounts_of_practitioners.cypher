// The accounts that act as these practitioners.
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
MATCH (practitioner:Practitioner {id: wanted})<-[:ACTS_AS]-(account:Account)-[:OF]->(agency:Agency)
USING INDEX SEEK practitioner:Practitioner(id)
RETURN account.id AS id, account.username_key AS username_key, practitioner.id AS practitioner, agency.id AS agency
ORDER BY id
