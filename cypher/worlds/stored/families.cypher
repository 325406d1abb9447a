// The families with these ids and their members, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
MATCH (family:Family {id: wanted})
USING INDEX SEEK family:Family(id)
RETURN family.id AS id, family {.id, .name, .area, .programme,
  members: [(person:Person)-[membership:MEMBER_OF]->(family) |
    {person: person.id, from: membership.from, to: membership.to}]} AS record
ORDER BY id
