// Lets an agency go live or suspends it; with its suspension its accounts are signed out and their open grants end.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param status: string
// param now: datetime
MATCH (a:Agency {id: $id})
SET a.status = $status, a.administered_at = $now
WITH a
WHERE $status = 'suspended'
CALL (a) {
  MATCH (a)<-[:OF]-(:Account)<-[:OF_ACCOUNT]-(s:Session)
  DETACH DELETE s
}
CALL (a) {
  MATCH (a)<-[:OF]-(:Account)-[:HOLDS]->(grant:Grant)
  WHERE grant.expires_at > $now
  SET grant.expires_at = $now
}
