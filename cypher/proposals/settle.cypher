// Note the answer to a proposal: its new state, whose acceptance is still missing, and who answered.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param proposal: string
// param state: string
// param pending: list<string>
// param account: string
// param now: datetime
MATCH (proposal:Proposal {id: $proposal})
SET proposal.state = $state, proposal.pending = $pending, proposal.answered_by = $account, proposal.answered_at = $now
WITH proposal
WHERE $state <> 'waiting'
MATCH (item:QueueItem {about: proposal.id})
WHERE item.state = 'open'
SET item.state = 'closed', item.outcome = $state, item.closed_by = $account, item.closed_at = $now
