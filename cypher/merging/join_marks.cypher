// Take over what narrows sight or must be single: a shield of either record; grants in force end; of two leads the kept record's stay.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param kept: string
// param gone: string
// param merge: string
// param now: datetime
// Which leads stay depends on which record is kept alone: nobody learns from it that there was another one.
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
WITH kept, gone, coalesce(gone.shielded, true) AS shields, coalesce(kept.shielded, true) AS shielded
SET gone.kept_shielded_by = kept.shielded_by
FOREACH (x IN CASE WHEN shielded THEN [kept] ELSE [] END | SET x.shielded_by = $merge + '.own')
FOREACH (x IN CASE WHEN shields AND NOT shielded THEN [kept] ELSE [] END | SET x.shielded = true, x.shielded_by = $merge)
WITH kept, gone, [(gone)<-[lead:INVOLVED_WITH]-(:Practitioner) WHERE lead.lead | lead] AS leads,
  [(kept)<-[:FOR]-(grant:Grant) WHERE $now < grant.expires_at | grant]
    + [(gone)<-[:FOR]-(grant:Grant) WHERE $now < grant.expires_at | grant] AS grants
FOREACH (lead IN leads | SET lead.lead = false, lead.led_before = $merge)
FOREACH (grant IN grants | SET grant.expired_by = $merge, grant.expires_before = grant.expires_at, grant.expires_at = $now)
