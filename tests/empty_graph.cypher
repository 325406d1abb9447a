MATCH (node)
WHERE NOT node:Migration AND NOT node:TestDatabase
CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 2000 ROWS
