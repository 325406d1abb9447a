// Leave a notice for each of some accounts; leaving the same one again changes nothing.
// mode: write
// sight: none: ids and codes alone, which the fragment renders for the reader when they are read
// param notices: list<map>
// param by_account: string
// param now: datetime
// column id: string
// column account: string
// column email: string?
// row: graph.notices.Told
// order: id
OPTIONAL MATCH (:Account {id: $by_account})-[:OF]->(agency:Agency)
WITH head(collect(agency.id)) AS by_agency
UNWIND $notices AS told
MATCH (reader:Account {id: told.account})
MERGE (notice:Notice {id: told.id})
ON CREATE SET notice.account = told.account, notice.kind = told.kind, notice.person = told.person,
  notice.by_account = $by_account, notice.by_agency = by_agency, notice.code = told.code, notice.about = told.about,
  notice.told_at = $now, notice.seen = false
RETURN notice.id AS id, reader.id AS account,
  head([(reader)-[:ACTS_AS]->(practitioner:Practitioner) | practitioner.email]) AS email
ORDER BY id
