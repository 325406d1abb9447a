// Which of these ids are decisions that were recorded already, or that wait.
// mode: read
// sight: none: ids that the account's own form made, as codes
// param ids: list<string>
// column id: string
// row: graph.proposals.Touched
// order: id
UNWIND $ids AS wanted
CALL (wanted) {
  MATCH (consent:Consent {id: wanted})
  RETURN consent.id AS id
  UNION
  MATCH (proposal:Proposal {id: wanted})
  RETURN proposal.id AS id
}
RETURN id AS id
ORDER BY id
