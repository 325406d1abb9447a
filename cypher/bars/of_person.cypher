// The bars from a person, one row for each human.
// mode: read
// sight: none: read for privacy officers alone, to whom everything is disclosed with a purpose
// param person: string
// column practitioner: string?
// column name: string
// column accounts: list<string>
// column usernames: list<string>
// column reasons: list<string>
// row: graph.bars.BarredHuman
// order: name, practitioner, accounts
MATCH (x:Person {id: $person})<-[bar:BARRED_FROM]-(v:Account)
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
WITH coalesce(p.id, v.id) AS human, p, v, bar
ORDER BY v.id
WITH human, p.id AS practitioner, min(coalesce(p.name, v.username)) AS name, collect(DISTINCT v.id) AS accounts,
  collect(DISTINCT v.username) AS usernames, collect(DISTINCT bar.reason) AS reasons
RETURN practitioner AS practitioner, name AS name, accounts AS accounts, usernames AS usernames, reasons AS reasons
ORDER BY name, practitioner, accounts
