MERGE (a:Agency {id: $given.agency})
SET a.name = 'Agency ' + $given.agency, a.kind = 'early_help', a.sector = 'statutory', a.status = $given.agency_status
CREATE (v:Account {id: $given.account, username: $given.username, username_key: $given.username_key, role: $given.role, status: $given.status,
                   areas: $given.areas, password_hash: $given.password_hash})-[:OF]->(a)
FOREACH (name IN CASE WHEN $given.practitioner_name IS NULL THEN [] ELSE [$given.practitioner_name] END |
  CREATE (v)-[:ACTS_AS]->(:Practitioner {id: 'p-' + $given.account, name: name})-[:WORKS_FOR {to: $given.works_to}]->(a))
