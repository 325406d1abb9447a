// Release a draft: keep its words for good. It answers nothing where the report is released already.
// mode: write
// sight: none: an auditor's own work; the words are those that this transaction has read and filtered
// param account: string
// param report: string
// param content: string
// param digest: string
// param sensitive: boolean
// param now: datetime
// column id: string
// row: graph.subject_access.Written
// rows: one
MATCH (:Account {id: $account, role: 'auditor'})
MATCH (report:SubjectAccessReport {id: $report})
// This write takes the lock before the state is read: of two who release at once, one comes too late.
SET report.locked_at = $now
WITH report WHERE report.state = 'draft'
SET report.state = 'released', report.released_at = $now, report.released_by = $account, report.content = $content,
  report.digest = $digest, report.sensitive = $sensitive
RETURN report.id AS id
