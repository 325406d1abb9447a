// Store decisions about consent.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (person:Person {id: row.person})
USING INDEX SEEK person:Person(id)
MERGE (consent:Consent {id: row.id})
SET consent += {decision: row.decision, agency_id: row.agency, includes_sensitive: row.includes_sensitive,
  recorded_at: datetime(row.recorded_at), expires_at: datetime(row.expires_at), giver: row.giver,
  given_by: row.given_by, recorded_by: row.recorded_by}
CREATE (consent)-[:ABOUT]->(person)
