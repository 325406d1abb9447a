// Ask nobody any more to accept what the same giver has refused or taken back since.
// mode: write
// sight: none: ids and codes alone; written after the fragment has decided in the same transaction
// param person: string
// param giver: string
// param agencies: list<string>
// param now: datetime
// No agency stands for every agency.
MATCH (proposal:Proposal {subject: $person, state: 'waiting'})
WHERE proposal.kind = 'consent' AND proposal.giver = $giver
  AND (size($agencies) = 0 OR proposal.consent_agency IN $agencies)
SET proposal.state = 'withdrawn', proposal.answered_at = $now
