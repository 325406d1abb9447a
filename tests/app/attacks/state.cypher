CALL () {
  MATCH (n)
  WHERE none(label IN labels(n) WHERE label STARTS WITH 'Audit' OR label IN ['Session', 'Throttle', 'AdministrationLock', 'ClaimedByTests'])
  RETURN labels(n)[0] AS kind, coalesce(n.id, n.code, n.username_key) AS id, properties(n) AS said
  UNION ALL
  MATCH (a)-[r]->(b)
  WHERE NOT a:Session AND none(label IN labels(a) WHERE label STARTS WITH 'Audit')
  RETURN type(r) AS kind, r.id AS id, r {.*, begins_at: coalesce(a.id, a.code), ends_at: coalesce(b.id, b.code)} AS said
}
RETURN kind AS kind, id AS id, said AS said
