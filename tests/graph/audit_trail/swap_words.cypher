MATCH (one:AuditEvent {id: $given.one})
MATCH (other:AuditEvent {id: $given.other})
WITH one, other, one.account AS account, other.account AS account_of_other
SET one.account = account_of_other, other.account = account
