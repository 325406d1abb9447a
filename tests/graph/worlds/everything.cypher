MATCH (node)
WHERE NOT node:Migration AND NOT node:TestDatabase AND NOT node:Import AND NOT node:AuditEvent
RETURN labels(node) AS labels, properties(node) AS properties,
  [(node)-[edge]->(other) | [type(edge), properties(edge), coalesce(other.id, other.code)]] AS edges
