// Begin the draft of a person's report, with the decisions of an earlier one where it follows one; once for an id.
// mode: write
// sight: none: an auditor's own work; it holds ids and codes alone until it is released
// param account: string
// param report: map
// param follows: string?
// param now: datetime
// column id: string
// row: graph.subject_access.Written
// rows: one
MATCH (:Account {id: $account, role: 'auditor'})
MATCH (x:Person {id: $report.person})
OPTIONAL MATCH (earlier:SubjectAccessReport {id: $follows, person: x.id})
MERGE (report:SubjectAccessReport {id: $report.id})
ON CREATE SET report.person = x.id, report.reference = $report.reference, report.requested_on = $report.requested_on,
  report.state = 'draft', report.made_at = $now, report.made_by = $account, report.follows = earlier.id
WITH report, earlier
WHERE report.person = $report.person AND report.made_by = $account
CALL (report, earlier) {
  MATCH (old:DisclosureDecision {report: earlier.id})
  MERGE (kept:DisclosureDecision {id: report.id + ' ' + old.item})
  ON CREATE SET kept += old {.item, .told, .code, .said, .note, .decided_by, .decided_at}, kept.report = report.id
}
RETURN report.id AS id
