// Whether a practitioner ever worked for an agency and for others, and has an account there, or one that waits.
// mode: read
// sight: none: written after the scope has been decided in the same transaction
// param practitioner: string
// param agency: string
// param now: datetime
// column name: string
// column has_account: boolean
// column elsewhere: boolean
// row: graph.administration.accounts.Employee
// rows: one
MATCH (p:Practitioner {id: $practitioner})-[:WORKS_FOR]->(a:Agency {id: $agency})
RETURN DISTINCT p.name AS name,
  EXISTS { MATCH (p)<-[:ACTS_AS]-(:Account)-[:OF]->(a) }
  OR EXISTS {
    MATCH (a)<-[:FOR_AGENCY]-(c:RoleChange {status: 'open', practitioner: p.id})
    WHERE c.expires_at > $now AND c.username IS NOT NULL
  } AS has_account,
  EXISTS { MATCH (p)-[:WORKS_FOR]->(other:Agency) WHERE other <> a } AS elsewhere
