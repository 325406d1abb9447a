// The decisions about consent with these ids, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (consent:Consent {id: wanted})-[:ABOUT]->(person:Person)
USING INDEX SEEK consent:Consent(id)
RETURN consent.id AS id, consent {.id, person: person.id, .decision, agency: consent.agency_id, .includes_sensitive,
  .recorded_at, .expires_at, .giver, .given_by, .recorded_by} AS record
ORDER BY id
