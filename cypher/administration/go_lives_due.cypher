// The groups whose day has come.
// mode: read
// sight: none: the program's own act, on the day that an administrator chose
// param today: date
// column id: string
// column on: date
// column agreement: string
// order: on, id
// row: graph.administration.go_lives.DueGoLive
MATCH (g:GoLive {status: 'scheduled'})-[:UNDER]->(agreement:Agreement)
WHERE g.on <= $today
RETURN g.id AS id, g.on AS on, agreement.id AS agreement
ORDER BY on, id
