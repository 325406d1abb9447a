MERGE (a:Agency {id: $agency})
SET a.name = 'Agency ' + $agency, a.kind = 'early_help', a.sector = 'statutory', a.status = $agency_status
CREATE (v:Account {id: $account, username: $username, username_key: $username_key, role: $role, status: $status,
                   areas: $areas, password_hash: $password_hash})-[:OF]->(a)
FOREACH (name IN CASE WHEN $practitioner_name IS NULL THEN [] ELSE [$practitioner_name] END |
  CREATE (v)-[:ACTS_AS]->(:Practitioner {id: 'p-' + $account, name: name})-[:WORKS_FOR {to: $works_to}]->(a))
