// The decisions about consent that end soon, that nobody was reminded of and that none of the same giver has replaced.
// mode: read
// sight: none: ids alone; whom a reminder goes to is decided by the fragment before it is left
// param until: datetime
// param limit: integer
// param now: datetime
// column id: string
// column person: string
// row: graph.consent_reminders.Ending
// order: id
MATCH (consent:Consent)-[:ABOUT]->(x:Person)
WHERE $now < consent.expires_at AND consent.expires_at <= $until AND consent.reminded_at IS NULL
  AND consent.decision = 'given' AND consent.recorded_at <= $now
  AND NOT EXISTS {
    MATCH (x)<-[:ABOUT]-(later:Consent)
    WHERE later.giver = consent.giver AND consent.recorded_at < later.recorded_at AND later.recorded_at <= $now
      AND (later.agency_id IS NULL OR later.agency_id = consent.agency_id)
      AND (later.decision <> 'given' OR later.expires_at IS NULL OR consent.expires_at < later.expires_at)
  }
WITH consent, x ORDER BY consent.expires_at, consent.id LIMIT $limit
RETURN consent.id AS id, x.id AS person
ORDER BY id
