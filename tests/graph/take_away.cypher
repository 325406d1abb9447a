MATCH (node)
WHERE $given.kind IN labels(node)
SET node[$given.key] = null
WITH count(*) AS nodes
MATCH ()-[edge]->()
WHERE type(edge) = $given.kind
SET edge[$given.key] = null
