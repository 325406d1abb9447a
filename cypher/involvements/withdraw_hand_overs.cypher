// Take back hand-overs of what has ended, with the unconfirmed involvements of their receivers.
// mode: write
// sight: none: follows from the end of an involvement, which the transaction has decided
// param proposals: list<string>
// param account: string
// param now: datetime
UNWIND $proposals AS wanted
MATCH (proposal:Proposal {id: wanted})
SET proposal.state = 'withdrawn', proposal.answered_by = $account, proposal.answered_at = $now
WITH proposal
MATCH (:Practitioner)-[e:INVOLVED_WITH {id: proposal.involvement}]->(:Person)
USING INDEX SEEK e:INVOLVED_WITH(id)
WHERE NOT e.confirmed
DELETE e
