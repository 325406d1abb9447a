// The state of a proposal that this account has answered itself.
// mode: read
// sight: none: what the account did itself, as a code
// param account: string
// param proposal: string
// column state: string
// row: graph.proposals.Answered
// rows: one
MATCH (proposal:Proposal {id: $proposal})
WHERE proposal.answered_by = $account
RETURN proposal.state AS state
