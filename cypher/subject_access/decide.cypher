// Keep what was decided about some rows of a draft; the same again changes nothing.
// mode: write
// sight: none: an auditor's own decisions, as ids and codes
// param account: string
// param report: string
// param items: list<string>
// param decision: map
// param now: datetime
// column id: string
// row: graph.subject_access.Written
// order: id
MATCH (:Account {id: $account, role: 'auditor'})
MATCH (report:SubjectAccessReport {id: $report})
// This write takes the lock before the state is read: nothing is decided once a report is released.
SET report.locked_at = $now
WITH report WHERE report.state = 'draft'
UNWIND $items AS item
MERGE (decision:DisclosureDecision {id: report.id + ' ' + item})
SET decision += $decision, decision.item = item, decision.report = report.id, decision.decided_by = $account, decision.decided_at = $now
RETURN decision.id AS id
ORDER BY id
