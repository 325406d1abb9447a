// Keeps a role, with a new account or for one that is there, until a second administrator accepts it.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param record: map
// param agency: string
MATCH (a:Agency {id: $agency})
MERGE (c:RoleChange {id: $id})
ON CREATE SET c += $record, c.status = 'open'
MERGE (c)-[:FOR_AGENCY]->(a)
