// The sharing agreements that an agency of the list has signed or that were made for one of the areas, by name.
// mode: read
// sight: none: agreements and agencies alone
// param agencies: list<string>
// param areas: list<string>
// column id: string
// column name: string
// column from: date?
// column to: date?
// column administered_at: datetime?
// column signatures: list<map>
// row: graph.administration.agreements.KeptAgreement
// order: name, id
MATCH (agreement:Agreement)
WHERE EXISTS { MATCH (agreement)<-[:SIGNED]-(a:Agency) WHERE a.id IN $agencies }
  OR EXISTS { MATCH (agreement)-[:SERVES]->(area:Area) WHERE area.id IN $areas }
RETURN agreement.id AS id, agreement.name AS name, agreement.from AS from, agreement.to AS to,
  agreement.administered_at AS administered_at,
  COLLECT {
    MATCH (agreement)<-[s:SIGNED]-(a:Agency)
    WITH s, a ORDER BY a.name, a.id, s.on
    RETURN {agency: a.id, name: a.name, on: s.on, status: a.status}
  } AS signatures
ORDER BY name, id
