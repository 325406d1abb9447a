// The newest events of the audit trail, newest first: of one account, about or showing one person, of one kind, or all.
// mode: read
// sight: none: an operator's command; the trail holds ids, never names
// param account: string?
// param person: string?
// param kind: string?
// param limit: integer
// column kind: string
// column at: datetime
// column account: string?
// column role: string?
// column agency: string?
// column route: string?
// column purpose: string?
// column subject: string?
// column people: list<string>
// column entries: list<string>
// column objects: list<string>
// column through: list<string>
// column policy: string
// column request_id: string?
// column id: string
// row: graph.audit.AuditEvent
// order: at, id
MATCH (event:AuditEvent)
WHERE event.at IS NOT NULL AND event.kind IS NOT NULL
  AND ($account IS NULL OR event.account = $account) AND ($kind IS NULL OR event.kind = $kind)
  AND ($person IS NULL OR event.subject = $person OR $person IN event.people)
RETURN event.kind AS kind, event.at AS at, event.account AS account, event.role AS role, event.agency AS agency,
  event.route AS route, event.purpose AS purpose, event.subject AS subject,
  event.people AS people, event.entries AS entries,
  coalesce(event.objects, []) AS objects, coalesce(event.through, []) AS through, event.policy AS policy, event.request_id AS request_id, event.id AS id
ORDER BY at DESC, id DESC
LIMIT $limit
