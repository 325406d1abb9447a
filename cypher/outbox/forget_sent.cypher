// Removes mails that were sent long ago.
// mode: write
// sight: none: a mail names no client and no family
// param sent_before: datetime
MATCH (m:Message)
WHERE m.queued_at <= $sent_before AND m.sent_at <= $sent_before
DELETE m
