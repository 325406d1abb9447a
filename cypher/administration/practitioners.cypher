// A page of the practitioners who work, worked or will work for these agencies, with how many there are.
// mode: read
// sight: none: practitioners alone, those of the administrator's scope
// param agencies: list<string>
// param text: string
// param today: date
// param skip: integer
// param limit: integer
// column total: integer
// column practitioners: list<map>
// row: graph.administration.practitioners.PractitionersRow
// rows: one
MATCH (a:Agency)
WHERE a.id IN $agencies
MATCH (a)<-[w:WORKS_FOR]-(p:Practitioner)
WHERE $text = '' OR toLower(p.name) CONTAINS $text
WITH p, a, w.to IS NULL OR $today < w.to AS still
ORDER BY a.name, a.id
WITH p, collect(DISTINCT a.name) AS agencies, collect(DISTINCT CASE WHEN still THEN a.name END) AS present
ORDER BY toLower(p.name), p.id
WITH collect(p {.id, .name, .job_title, agencies: agencies, left: present = []}) AS practitioners
RETURN size(practitioners) AS total, practitioners[$skip..$skip + $limit] AS practitioners
