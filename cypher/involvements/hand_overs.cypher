// The hand-overs of some involvements that their receivers have not answered yet.
// mode: read
// sight: none: an involvement's own, for whoever may change it; the receiver is a colleague of the agency
// param people: list<string>
// param involvements: list<string>
// column id: string
// column former: string
// column receiver_name: string
// row: graph.involvement_ends.HandOver
// order: former, id
UNWIND $people AS person
MATCH (proposal:Proposal {subject: person, state: 'waiting'})
WHERE proposal.kind = 'hand_over' AND proposal.former IN $involvements
MATCH (receiver:Practitioner {id: proposal.asked})
RETURN DISTINCT proposal.id AS id, proposal.former AS former, receiver.name AS receiver_name
ORDER BY former, id
