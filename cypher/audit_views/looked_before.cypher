// When an account itself last looked at one person's team before an instant.
// mode: read
// sight: none: an account's own looks, for the page that shows an auditor what the account would be shown
// param wanted: string
// param person: string
// param day_began: datetime
// column looked_before: datetime?
// row: graph.audit_accounts.EarlierLook
// rows: one
OPTIONAL MATCH (earlier:AuditEvent {account: $wanted, kind: 'team', subject: $person})
WHERE earlier.at < $day_began
RETURN max(earlier.at) AS looked_before
