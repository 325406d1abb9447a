// The links from these people to their children.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column parent: string
// column child: string
// row: graph.worlds.stored_facts.StoredParentage
// order: id
UNWIND $ids AS wanted
MATCH (parent:Person {id: wanted})-[link:PARENT_OF]->(child:Person)
USING INDEX SEEK parent:Person(id)
RETURN link.id AS id, parent.id AS parent, child.id AS child
ORDER BY id
