// Give an account a grant that opens one person; giving it again changes nothing.
// mode: write
// sight: none: written after grants/openable has decided in the same transaction
// param account: string
// param person: string
// param grant: string
// param reason: string
// param granted_at: datetime
// param expires_at: datetime
MATCH (v:Account {id: $account})
MATCH (x:Person {id: $person})
MERGE (grant:Grant {id: $grant})
ON CREATE SET grant.kind = 'opened', grant.reason = $reason, grant.granted_at = $granted_at, grant.expires_at = $expires_at
MERGE (v)-[:HOLDS]->(grant)
MERGE (grant)-[:FOR]->(x)
