MATCH (look:AuditEvent {account: $account, kind: 'team'})
SET look.at = look.at - duration({days: $days})
WITH count(*) AS looks
MATCH (:Practitioner)-[one:INVOLVED_WITH]->(:Person)
SET one.recorded_at = one.recorded_at - duration({days: 2 * $days})
