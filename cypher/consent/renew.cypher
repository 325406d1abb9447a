// Let the end of what the same giver agreed to before count no more, where a later yes is about all of it.
// mode: write
// sight: none: ids and codes alone; written after the fragment has decided in the same transaction
// param person: string
// param giver: string
// param agencies: list<string>
// param sensitive: boolean
// param without: list<string>
// param since: datetime
// An end counts as a withdrawal (visibility.md, "Words"), which would outweigh the later yes too. No agency stands for every one.
MATCH (consent:Consent)-[:ABOUT]->(:Person {id: $person})
WHERE consent.decision = 'given' AND consent.giver = $giver AND NOT consent.id IN $without
  AND consent.recorded_at <= $since AND $since < consent.expires_at
  AND (size($agencies) = 0 OR consent.agency_id IN $agencies)
  AND ($sensitive OR NOT coalesce(consent.includes_sensitive, true))
SET consent.renewed_end = consent.expires_at
REMOVE consent.expires_at
