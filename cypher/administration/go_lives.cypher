// The groups of these agencies that go live on a date and have not yet, soonest first.
// mode: read
// sight: none: agencies alone, those of the administrator's areas
// param agencies: list<string>
// column id: string
// column on: date
// column agreement: string
// column agreement_name: string
// column agencies: list<map>
// column others: boolean
// row: graph.administration.go_lives.ScheduledGoLive
// order: on, id
MATCH (g:GoLive {status: 'scheduled'})-[:UNDER]->(agreement:Agreement)
MATCH (g)-[:BRINGS]->(a:Agency)
WITH g, agreement, a
ORDER BY a.name, a.id
WITH g, agreement, collect(a {.id, .name, .status}) AS brought
WITH g, agreement, brought, [one IN brought WHERE one.id IN $agencies] AS agencies
WHERE agencies <> []
RETURN g.id AS id, g.on AS on, agreement.id AS agreement, agreement.name AS agreement_name, agencies AS agencies,
  size(brought) > size(agencies) AS others
ORDER BY on, id
