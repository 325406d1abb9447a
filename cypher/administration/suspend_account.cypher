// Suspends an account: it is signed out everywhere, its open grants end, and an invitation to it cannot be used.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param account: string
// param now: datetime
MATCH (v:Account {id: $account})
SET v.status = 'suspended', v.administered_at = $now
WITH v
CALL (v) {
  MATCH (v)<-[:OF_ACCOUNT]-(s:Session)
  DETACH DELETE s
}
CALL (v) {
  MATCH (v)<-[:FOR]-(i:Invitation)
  DETACH DELETE i
}
CALL (v) {
  MATCH (v)-[:HOLDS]->(grant:Grant)
  WHERE grant.expires_at > $now
  SET grant.expires_at = $now
}
