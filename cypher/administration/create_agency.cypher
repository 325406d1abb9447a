// Stores an agency that prepares, in an area; one with this id stays as it is.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param record: map
// param area: string
// param now: datetime
MATCH (area:Area {id: $area})
MERGE (a:Agency {id: $id})
ON CREATE SET a += $record, a.status = 'preparing', a.administered_at = $now
MERGE (a)-[:SERVES]->(area)
