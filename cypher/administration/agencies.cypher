// Agencies as administrators keep them, by name, with what each lacks before it can go live.
// mode: read
// sight: none: agencies alone, those of the administrator's areas
// param agencies: list<string>
// column id: string
// column name: string
// column kind: string
// column sector: string
// column status: string
// column phone: string?
// column email: string?
// column administered_at: datetime?
// column areas: list<string>
// column has_administrator: boolean
// column has_signed: boolean
// row: graph.administration.agencies.KeptAgency
// order: name, id
MATCH (a:Agency)
WHERE a.id IN $agencies
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.sector AS sector, coalesce(a.status, 'suspended') AS status,
  a.phone AS phone, a.email AS email, a.administered_at AS administered_at,
  COLLECT { MATCH (a)-[:SERVES]->(area:Area) WITH area.name AS place ORDER BY place RETURN place } AS areas,
  EXISTS { MATCH (a)<-[:OF]-(v:Account {role: 'administrator', status: 'active'}) } AS has_administrator,
  EXISTS { MATCH (a)-[:SIGNED]->(:Agreement) } AS has_signed
ORDER BY name, id
