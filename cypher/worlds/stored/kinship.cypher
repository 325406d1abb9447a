// The family links with these ids, whatever their kind, as a world writes them.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param ids: list<string>
// column id: string
// column record: map
// row: graph.worlds.stored.StoredRecord
// order: id
UNWIND $ids AS wanted
CALL (wanted) {
  MATCH (one:Person)-[link:PARENT_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:PARENT_OF(id)
  RETURN one, link, other
  UNION ALL
  MATCH (one:Person)-[link:CARER_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:CARER_OF(id)
  RETURN one, link, other
  UNION ALL
  MATCH (one:Person)-[link:GRANDPARENT_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:GRANDPARENT_OF(id)
  RETURN one, link, other
  UNION ALL
  MATCH (one:Person)-[link:PARTNER_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:PARTNER_OF(id)
  RETURN one, link, other
  UNION ALL
  MATCH (one:Person)-[link:SIBLING_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:SIBLING_OF(id)
  RETURN one, link, other
  UNION ALL
  MATCH (one:Person)-[link:OTHER_RELATIVE_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:OTHER_RELATIVE_OF(id)
  RETURN one, link, other
  UNION ALL
  MATCH (one:Person)-[link:FRIEND_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:FRIEND_OF(id)
  RETURN one, link, other
  UNION ALL
  MATCH (one:Person)-[link:NEIGHBOUR_OF {id: wanted}]->(other:Person)
  USING INDEX SEEK link:NEIGHBOUR_OF(id)
  RETURN one, link, other
}
RETURN link.id AS id, link {.id, from_person: one.id, to_person: other.id, kind: toLower(type(link)), .qualifier,
  .parental_responsibility, .quality, .from, .to} AS record
ORDER BY id
