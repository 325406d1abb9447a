// Undo what a merge took over, unless somebody has decided anew since: a shield set meanwhile counts for both records.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param kept: string
// param gone: string
// param merge: string
// param now: datetime
// Confirmed again is what the merge alone had unconfirmed. A shield that somebody has set since takes the merge's mark away.
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
WITH kept, gone, coalesce(kept.shielded, true) AS shielded, coalesce(kept.shielded_by, '') AS mark
FOREACH (x IN CASE WHEN mark = $merge THEN [kept] ELSE [] END | SET x.shielded = false)
FOREACH (x IN CASE WHEN shielded AND NOT mark IN [$merge, $merge + '.own'] THEN [gone] ELSE [] END | SET x.shielded = true)
FOREACH (x IN CASE WHEN mark IN [$merge, $merge + '.own'] THEN [kept] ELSE [] END | SET x.shielded_by = gone.kept_shielded_by)
REMOVE gone.kept_shielded_by
WITH kept, gone,
  [(kept)<-[e:INVOLVED_WITH]-(:Practitioner) WHERE e.unconfirmed_by = $merge | e]
    + [(gone)<-[e:INVOLVED_WITH]-(:Practitioner) WHERE e.unconfirmed_by = $merge | e] AS unconfirmed,
  [(gone)<-[e:INVOLVED_WITH]-(:Practitioner) WHERE e.led_before = $merge | e] AS led,
  [(kept)<-[:FOR]-(grant:Grant) WHERE grant.expired_by = $merge | grant]
    + [(gone)<-[:FOR]-(grant:Grant) WHERE grant.expired_by = $merge | grant] AS grants
WITH *, [e IN unconfirmed | $merge + '.' + e.id] AS asked
FOREACH (e IN led | SET e.lead = true REMOVE e.led_before)
FOREACH (grant IN grants | SET grant.expires_at = grant.expires_before REMOVE grant.expired_by, grant.expires_before)
FOREACH (e IN unconfirmed | SET e.confirmed = true REMOVE e.unconfirmed_by)
FOREACH (x IN [x IN [kept, gone] WHERE EXISTS { (x)<-[:INVOLVED_WITH]-(:Practitioner) }] | SET x:Client)
FOREACH (x IN [x IN [kept] WHERE NOT EXISTS { (x)<-[:INVOLVED_WITH]-(:Practitioner) }] | REMOVE x:Client)
FOREACH (x IN [x IN [kept, gone] WHERE EXISTS { (x)-[:MEMBER_OF]->(:Family) }] | SET x:FamilyMember)
WITH asked
UNWIND asked AS id
MATCH (proposal:Proposal {id: id})
WHERE proposal.state = 'waiting'
SET proposal.state = 'withdrawn', proposal.answered_at = $now
