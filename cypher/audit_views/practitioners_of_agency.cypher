// The practitioners who work or worked for an administrator's own agency.
// mode: read
// sight: none: an administrator is told what their own agency holds, with a purpose; practitioners of the own agency alone
// param account: string
// column id: string
// column name: string
// column job_title: string?
// row: graph.audit_finding.AgencyPractitioner
// order: name, id
MATCH (v:Account {id: $account, role: 'administrator'})-[:OF]->(va:Agency)
MATCH (va)<-[:WORKS_FOR]-(p:Practitioner)
RETURN DISTINCT p.id AS id, p.name AS name, p.job_title AS job_title
ORDER BY name, id
