// The practitioners who have not answered whether some of what they hold for an agency still holds, or have handed it over to nobody who is recorded: numbers and days, no people.
// mode: read
// sight: none: an administrator is told about the practitioners of their own agency, and of nobody they work with
// param agency: string
// param today: date
// column id: string
// column name: string
// column works_here: boolean
// column unanswered: integer
// column handed_over: integer
// column since: date?
// row: graph.reminders.Unanswered
// order: name, id
MATCH (a:Agency {id: $agency})<-[:WORKS_FOR]-(p:Practitioner)
WITH DISTINCT a, p
MATCH (p)-[e:INVOLVED_WITH]->(:Person)
WHERE e.agency_id = a.id AND (e.unanswered_on IS NOT NULL OR e.handed_over_on IS NOT NULL)
  AND (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR $today < e.to)
WITH a, p, count(e.unanswered_on) AS unanswered, count(e.handed_over_on) AS handed_over,
  min(coalesce(e.last_confirmed, e.from)) AS since
RETURN p.id AS id, p.name AS name, EXISTS {
    MATCH (p)-[work:WORKS_FOR]->(a)
    WHERE (work.from IS NULL OR work.from <= $today) AND (work.to IS NULL OR $today < work.to)
  } AS works_here, unanswered AS unanswered, handed_over AS handed_over, since AS since
ORDER BY name, id
