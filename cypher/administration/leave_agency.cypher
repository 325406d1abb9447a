// Ends what is not over of a practitioner's time at an agency on a day, the first on which they no longer work there.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param practitioner: string
// param agency: string
// param to_day: date
// param today: date
// param now: datetime
MATCH (p:Practitioner {id: $practitioner})-[w:WORKS_FOR]->(a:Agency {id: $agency})
WHERE (w.to IS NULL OR $today < w.to) AND (w.from IS NULL OR w.from < $to_day)
SET w.to = $to_day, p.administered_at = $now
