// Remove grants that were assumed, in the transaction that assumed them.
// mode: write
// sight: none: ids that this transaction made
// param grants: list<string>
UNWIND $grants AS given
MATCH (grant:Grant {id: given})
DETACH DELETE grant
