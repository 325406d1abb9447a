OPTIONAL MATCH (mark:TestDatabase)
WITH count(mark) AS marks
OPTIONAL MATCH (node) WHERE marks = 0 AND NOT node:Migration
WITH node LIMIT 1
RETURN count(node) AS nodes
