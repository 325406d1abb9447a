// Stores a sharing agreement of an area; one with this id stays as it is.
// mode: write
// sight: none: written after the scope has been decided in the same transaction
// param id: string
// param name: string
// param from_day: date
// param to_day: date?
// param area: string
// param now: datetime
MATCH (area:Area {id: $area})
MERGE (agreement:Agreement {id: $id})
ON CREATE SET agreement.name = $name, agreement.from = $from_day, agreement.to = $to_day, agreement.administered_at = $now
MERGE (agreement)-[:SERVES]->(area)
