// The events of one account between two instants, newest first.
// mode: read
// sight: none: ids, which audit_trail/describe gives to auditors alone
// param from: datetime
// param to: datetime
// param account: string
// param agency: string?
// param kind: string?
// param skip: integer
// param limit: integer
// column id: string
// row: graph.audit_search.EventId
// order: event.at, event.id
MATCH (event:AuditEvent {account: $account})
WHERE $from <= event.at AND event.at < $to AND event.id IS NOT NULL
  AND ($agency IS NULL OR event.agency = $agency)
  AND ($kind IS NULL OR event.kind = $kind)
RETURN event.id AS id
ORDER BY event.at DESC, event.id DESC
SKIP $skip LIMIT $limit
