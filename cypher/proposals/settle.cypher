// Note the answer to a proposal: its new state, whose acceptance is still missing, who answered; and close what the privacy queue has of it.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param proposal: string
// param state: string
// param pending: list<string>
// param account: string
// param now: datetime
// What its own maker takes back stays in the queue for a privacy officer to close; so does what only an officer can
// compare, such as a circle of parents of which whoever accepts is not told.
MATCH (proposal:Proposal {id: $proposal})
SET proposal.state = $state, proposal.pending = $pending, proposal.answered_by = $account, proposal.answered_at = $now
WITH proposal
WHERE $state <> 'waiting' AND proposal.maker <> $account
MATCH (item:QueueItem {about: proposal.id})
WHERE item.state = 'open' AND item.kind <> 'proposal'
SET item.state = 'closed', item.outcome = 'appropriate', item.closing_note = 'The proposal was ' + $state,
  item.closed_by = $account, item.closed_at = $now
