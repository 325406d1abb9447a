UNWIND $given.lost AS lost
CALL (lost) {
  MATCH (node)
  WHERE lost.kind IN labels(node) AND lost.id IN [node.id, node.code]
  SET node[lost.key] = null
  RETURN count(*) AS nodes
}
CALL (lost) {
  MATCH ()-[edge]->()
  WHERE type(edge) = lost.kind AND lost.id IN [edge.id, startNode(edge).id, endNode(edge).id]
  SET edge[lost.key] = null
  RETURN count(*) AS edges
}
WITH count(*) AS losses
FINISH
