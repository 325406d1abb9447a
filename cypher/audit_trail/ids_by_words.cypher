// The events between two instants that the index of words finds, newest first.
// mode: read
// sight: none: ids, which audit_trail/describe gives to auditors alone
// param words: string
// param from: datetime
// param to: datetime
// param account: string?
// param agency: string?
// param kind: string?
// param skip: integer
// param limit: integer
// column id: string
// row: graph.audit_search.EventId
// order: event.at, event.id
CALL db.index.fulltext.queryNodes('audit_words', $words) YIELD node AS event
WHERE $from <= event.at AND event.at < $to AND event.id IS NOT NULL
  AND ($account IS NULL OR event.account = $account)
  AND ($agency IS NULL OR event.agency = $agency)
  AND ($kind IS NULL OR event.kind = $kind)
RETURN event.id AS id
ORDER BY event.at DESC, event.id DESC
SKIP $skip LIMIT $limit
