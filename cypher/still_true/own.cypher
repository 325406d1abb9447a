// The ids of an account's own current, confirmed involvements for its agency, those confirmed longest ago first.
// mode: read
// sight: none: ids alone, which still_true/held decides about in the same transaction
// param account: string
// param today: date
// column id: string
// column at: date?
// row: graph.still_true.OwnId
// order: at, id
MATCH (v:Account {id: $account})-[:OF]->(va:Agency)
MATCH (v)-[:ACTS_AS]->(vp:Practitioner)
MATCH (vp)-[e:INVOLVED_WITH]->(:Person)
WHERE e.agency_id = va.id AND e.confirmed
  AND (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR $today < e.to)
RETURN e.id AS id, coalesce(e.last_confirmed, e.from) AS at
ORDER BY at, id
