// Who is asking: the words of visibility.md that depend on the account alone.
// fragment: in v; out v, va, vp, active, live, standing, agreements, plain_types, findable_types
// A missing property makes a comparison null, and null never permits.
MATCH (v)-[:OF]->(va:Agency)
WITH *, head([(v)-[:ACTS_AS]->(practitioner:Practitioner) | practitioner]) AS vp
WITH *, coalesce(v.status = 'active' AND va.status <> 'suspended' AND (vp IS NULL OR EXISTS {
    MATCH (vp)-[work:WORKS_FOR]->(va)
    WHERE (work.from IS NULL OR work.from <= $today) AND (work.to IS NULL OR $today < work.to)
  }), false) AS active
WITH *,
  active AND va.status = 'live' AS live,
  coalesce(active AND v.role IN ['practitioner', 'coordinator'], false) AS standing,
  [(va)-[signed:SIGNED]->(agreement:Agreement)
    WHERE signed.on <= $today AND (agreement.from IS NULL OR agreement.from <= $today)
      AND (agreement.to IS NULL OR $today < agreement.to) | agreement] AS agreements,
  COLLECT { MATCH (type:InvolvementType) WHERE type.sensitive = false RETURN type.code } AS plain_types,
  COLLECT { MATCH (type:InvolvementType) WHERE type.always_findable = true RETURN type.code } AS findable_types
