// The reports prepared about one person, newest first.
// mode: read
// sight: none: for an auditor, who prepares and keeps these reports
// param account: string
// param person: string
// column id: string
// column reference: string
// column state: string
// column made_at: datetime
// column made_by: string
// column released_at: datetime?
// row: graph.subject_access.ListedReport
// order: made_at, id
MATCH (:Account {id: $account, role: 'auditor'})
MATCH (report:SubjectAccessReport {person: $person})
OPTIONAL MATCH (officer:Account {id: report.made_by})
OPTIONAL MATCH (officer)-[:ACTS_AS]->(p:Practitioner)
WITH report, officer, head(collect(p.name)) AS name
RETURN report.id AS id, report.reference AS reference, report.state AS state, report.made_at AS made_at,
  coalesce(name, officer.username, report.made_by) AS made_by, report.released_at AS released_at
ORDER BY made_at DESC, id DESC
