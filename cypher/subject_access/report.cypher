// One report of what is held about a person, and what was decided for it.
// mode: read
// sight: none: for an auditor, who prepares and keeps these reports
// param account: string
// param report: string
// column id: string
// column person: string
// column reference: string
// column requested_on: date?
// column state: string
// column made_at: datetime
// column made_by: string
// column follows: string?
// column released_at: datetime?
// column released_by: string?
// column content: string?
// column digest: string?
// column sensitive: boolean
// column decisions: list<map>
// row: graph.subject_access.ReportRow
// rows: one
MATCH (:Account {id: $account, role: 'auditor'})
MATCH (report:SubjectAccessReport {id: $report})
RETURN report.id AS id, report.person AS person, report.reference AS reference, report.requested_on AS requested_on,
  report.state AS state, report.made_at AS made_at, report.made_by AS made_by, report.follows AS follows,
  report.released_at AS released_at, report.released_by AS released_by, report.content AS content, report.digest AS digest,
  coalesce(report.sensitive, false) AS sensitive,
  COLLECT {
    MATCH (decision:DisclosureDecision {report: report.id})
    RETURN decision {.item, .told, .code, .said, .note, .decided_by, .decided_at}
  } AS decisions
