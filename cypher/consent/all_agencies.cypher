// Every agency that a decision about consent may name, by name.
// mode: read
// sight: none: the directory of agencies, which says nothing about anybody
// column id: string
// column name: string
// row: graph.consent.AgencyChoice
// order: name, id
MATCH (agency:Agency)
RETURN agency.id AS id, agency.name AS name
ORDER BY name, id
