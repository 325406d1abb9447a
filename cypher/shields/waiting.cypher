// The proposals about a person that wait for a second privacy officer.
// mode: read
// sight: none: read for privacy officers alone, to whom everything is disclosed with a purpose
// param person: string
// param kind: string
// param now: datetime
// column id: string
// column maker: string
// column asked: string?
// column barred_accounts: list<string>
// row: graph.second_officer.Waits
// order: id
MATCH (proposal:Proposal {subject: $person, state: 'waiting'})
WHERE proposal.kind = $kind AND $now < proposal.expires_at
RETURN proposal.id AS id, proposal.maker AS maker, proposal.asked AS asked,
  coalesce(proposal.barred_accounts, []) AS barred_accounts
ORDER BY id
