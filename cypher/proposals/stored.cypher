// What a proposal would do: ids and codes, read by the transaction that carries it out.
// mode: read
// sight: none: nothing of it is shown; the transaction has decided by the fragment
// param proposal: string
// column details: map
// row: graph.proposals.Stored
// rows: one
MATCH (proposal:Proposal {id: $proposal})
RETURN properties(proposal) AS details
