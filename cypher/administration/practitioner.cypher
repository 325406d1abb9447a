// One practitioner of these agencies, with when they work or worked for each of them; nothing for any other.
// mode: read
// sight: none: practitioners alone, those of the administrator's scope
// param practitioner: string
// param agencies: list<string>
// column id: string
// column name: string
// column job_title: string?
// column landline: string?
// column mobile: string?
// column email: string?
// column preferred_contact: string?
// column best_time: string?
// column administered_at: datetime?
// column works_for: list<map>
// row: graph.administration.practitioners.PractitionerRow
// rows: one
MATCH (p:Practitioner {id: $practitioner})-[w:WORKS_FOR]->(a:Agency)
WHERE a.id IN $agencies
WITH p, w, a
ORDER BY w.from, a.name, a.id, w.to
WITH p, collect({agency: a.id, agency_name: a.name, from: w.from, to: w.to}) AS works_for
RETURN p.id AS id, p.name AS name, p.job_title AS job_title, p.landline AS landline, p.mobile AS mobile,
  p.email AS email, p.preferred_contact AS preferred_contact, p.best_time AS best_time,
  p.administered_at AS administered_at, works_for AS works_for
