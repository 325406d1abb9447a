// The state of a proposal that this account has answered itself.
// mode: read
// sight: none: what the account did itself, as a code
// param account: string
// param proposal: string
// column state: string
// row: graph.proposals.Answered
// rows: one
// The next one stands in for a proposal that does not exist: it costs what one costs that somebody else answered.
CALL () {
  MATCH (proposal:Proposal)
  WHERE proposal.id >= $proposal
  RETURN proposal ORDER BY proposal.id LIMIT 1
}
WITH proposal, coalesce(proposal.answered_by = $account, false) AS own, proposal.id = $proposal AS asked
WITH proposal WHERE own AND asked
RETURN proposal.state AS state
