MATCH (a:Agency {id: $given.agency})
MATCH (area:Area {id: $given.area})
MERGE (a)-[:SERVES]->(area)
