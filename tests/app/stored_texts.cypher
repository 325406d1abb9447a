MATCH (n)
UNWIND keys(n) AS key
WITH labels(n)[0] AS label, key, n[key] AS value
RETURN label AS label, key AS key, toStringOrNull(value) AS value
