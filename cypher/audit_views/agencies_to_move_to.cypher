// Every agency that is not suspended, for a choice.
// mode: read
// sight: none: agencies are no secret
// column id: string
// column name: string
// row: graph.audit_sight.AgencyChoice
// order: name, id
MATCH (agency:Agency)
WHERE agency.status <> 'suspended'
RETURN agency.id AS id, agency.name AS name
ORDER BY name, id
