// The lines by which somebody descends from somebody else, as the ids of the people on them.
// mode: read
// sight: none: ids for the transaction, which tells of a line only where the fragment shows everybody on it
// param ancestor: string
// param descendant: string
// column people: list<string>
// row: graph.family_links.Line
// order: people
MATCH (ancestor:Person {id: $ancestor})
MATCH (descendant:Person {id: $descendant})
MATCH path = (ancestor)-[:PARENT_OF*1..8]->(descendant)
RETURN [person IN nodes(path) | person.id] AS people
ORDER BY people
LIMIT 50
