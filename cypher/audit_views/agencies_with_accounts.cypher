// The agencies that have an account, for a filter.
// mode: read
// sight: none: agencies are no secret
// column id: string
// column name: string
// row: graph.audit_sight.AgencyChoice
// order: name, id
MATCH (agency:Agency)
WHERE EXISTS { (agency)<-[:OF]-(:Account) }
RETURN agency.id AS id, agency.name AS name
ORDER BY name, id
