// The practitioners who work for the account's agency today and have an active account there, but for the account's own.
// mode: read
// sight: none: the own agency's practitioners are no secret to each other
// param account: string
// param today: date
// column id: string
// column name: string
// column job_title: string?
// row: graph.involvement_of_others.Colleague
// order: name, id
MATCH (v:Account {id: $account})-[:OF]->(va:Agency)
MATCH (va)<-[:OF]-(other:Account)-[:ACTS_AS]->(p:Practitioner)
WHERE other.status = 'active' AND other.role IN ['practitioner', 'coordinator'] AND NOT EXISTS { (v)-[:ACTS_AS]->(p) }
  AND EXISTS {
    MATCH (p)-[work:WORKS_FOR]->(va)
    WHERE (work.from IS NULL OR work.from <= $today) AND (work.to IS NULL OR $today < work.to)
  }
RETURN DISTINCT p.id AS id, p.name AS name, p.job_title AS job_title
ORDER BY name, id
