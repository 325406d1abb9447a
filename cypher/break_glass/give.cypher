// Give an account emergency access to some people, each by a grant of its own; giving it again changes nothing.
// mode: write
// sight: none: break_glass/sight decides with these grants in place, and the transaction is undone where it says no
// param account: string
// param grants: list<map>
// param reason: string
// param granted_at: datetime
// param expires_at: datetime
MATCH (v:Account {id: $account})
UNWIND $grants AS given
MATCH (x:Person {id: given.person})
MERGE (grant:Grant {id: given.id})
ON CREATE SET grant.kind = 'break_glass', grant.reason = $reason, grant.granted_at = $granted_at, grant.expires_at = $expires_at
MERGE (v)-[:HOLDS]->(grant)
MERGE (grant)-[:FOR]->(x)
