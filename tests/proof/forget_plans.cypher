CALL db.clearQueryCaches() YIELD value
WITH count(value) AS cleared
FINISH
