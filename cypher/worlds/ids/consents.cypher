// The next ids of consents after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
MATCH (consent:Consent)
USING INDEX SEEK consent:Consent(id)
WHERE consent.id > $after
RETURN consent.id AS id
ORDER BY id
LIMIT $count
