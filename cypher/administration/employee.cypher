// Whether a practitioner has ever worked for an agency, whether they have an account, or one that waits, there, and whether they
// have worked for others.
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
