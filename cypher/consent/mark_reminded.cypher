// Note that those who should know were reminded of a decision's end; answers nothing where they were before.
// mode: write
// sight: none: an id alone
// param consent: string
// param now: datetime
// column id: string
// row: graph.proposals.Touched
// rows: one
MATCH (consent:Consent {id: $consent})
SET consent.held = true
REMOVE consent.held
WITH consent WHERE consent.reminded_at IS NULL
SET consent.reminded_at = $now
RETURN consent.id AS id
