// The next ids of family links after one, in order.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// param after: string
// param count: integer
// column id: string
// row: graph.worlds.exporting.StoredId
// order: id
CALL () {
  MATCH (:Person)-[link:PARENT_OF]->(:Person)
  USING INDEX SEEK link:PARENT_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
  UNION ALL
  MATCH (:Person)-[link:CARER_OF]->(:Person)
  USING INDEX SEEK link:CARER_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
  UNION ALL
  MATCH (:Person)-[link:GRANDPARENT_OF]->(:Person)
  USING INDEX SEEK link:GRANDPARENT_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
  UNION ALL
  MATCH (:Person)-[link:PARTNER_OF]->(:Person)
  USING INDEX SEEK link:PARTNER_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
  UNION ALL
  MATCH (:Person)-[link:SIBLING_OF]->(:Person)
  USING INDEX SEEK link:SIBLING_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
  UNION ALL
  MATCH (:Person)-[link:OTHER_RELATIVE_OF]->(:Person)
  USING INDEX SEEK link:OTHER_RELATIVE_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
  UNION ALL
  MATCH (:Person)-[link:FRIEND_OF]->(:Person)
  USING INDEX SEEK link:FRIEND_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
  UNION ALL
  MATCH (:Person)-[link:NEIGHBOUR_OF]->(:Person)
  USING INDEX SEEK link:NEIGHBOUR_OF(id)
  WHERE link.id > $after
  RETURN link.id AS id ORDER BY id LIMIT $count
}
RETURN id AS id
ORDER BY id
LIMIT $count
