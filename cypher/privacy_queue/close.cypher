// Close an open item of the privacy queue with an outcome; it answers nothing where it is closed already.
// mode: write
// sight: none: privacy_queue/item has decided in the same transaction that this privacy officer may
// param item: string
// param account: string
// param outcome: string
// param note: string
// param now: datetime
// column person: string?
// row: graph.privacy_queue.Closed
// rows: one
MATCH (item:QueueItem {id: $item})
// This write takes the lock before the state is read: of two who close at once, one comes too late.
SET item.locked_at = $now
WITH item WHERE item.state = 'open'
SET item.state = 'closed', item.outcome = $outcome, item.closing_note = $note, item.closed_by = $account, item.closed_at = $now
RETURN item.subject AS person
