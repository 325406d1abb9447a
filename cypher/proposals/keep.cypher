// Keep a proposal, or a change made at once; the same id again changes nothing.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; ids and codes alone
// param proposal: map
// param now: datetime
OPTIONAL MATCH (:Account {id: $proposal.maker})-[:ACTS_AS]->(practitioner:Practitioner)
WITH head(collect(practitioner.id)) AS practitioner
MERGE (proposal:Proposal {id: $proposal.id})
ON CREATE SET proposal = $proposal, proposal.made_at = $now, proposal.maker_practitioner = practitioner
