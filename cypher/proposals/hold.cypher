// Let nobody else answer a proposal until this transaction ends.
// mode: write
// sight: none: nothing is read, and the proposal stays as it is
// param proposal: string
MATCH (proposal:Proposal {id: $proposal})
SET proposal.held = true
REMOVE proposal.held
