// For whom an account records its own work, and whether they work for its agency on a day; none where it may not record.
// mode: read
// sight: none: it tells of the account itself, and nobody is shown
// param account: string
// param day: date
// param today: date
// column practitioner: string
// column agency: string
// column employed: boolean
// row: graph.recording.Recorder
// rows: one
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH * WHERE standing AND vp IS NOT NULL
RETURN vp.id AS practitioner, va.id AS agency, EXISTS {
  MATCH (vp)-[work:WORKS_FOR]->(va)
  WHERE (work.from IS NULL OR work.from <= $day) AND (work.to IS NULL OR $day < work.to)
} AS employed
