// Remove these family links, whatever their kind: each is written anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
CALL (row) {
  MATCH (:Person)-[link:PARENT_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:PARENT_OF(id)
  RETURN link
  UNION ALL
  MATCH (:Person)-[link:CARER_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:CARER_OF(id)
  RETURN link
  UNION ALL
  MATCH (:Person)-[link:GRANDPARENT_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:GRANDPARENT_OF(id)
  RETURN link
  UNION ALL
  MATCH (:Person)-[link:PARTNER_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:PARTNER_OF(id)
  RETURN link
  UNION ALL
  MATCH (:Person)-[link:SIBLING_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:SIBLING_OF(id)
  RETURN link
  UNION ALL
  MATCH (:Person)-[link:OTHER_RELATIVE_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:OTHER_RELATIVE_OF(id)
  RETURN link
  UNION ALL
  MATCH (:Person)-[link:FRIEND_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:FRIEND_OF(id)
  RETURN link
  UNION ALL
  MATCH (:Person)-[link:NEIGHBOUR_OF {id: row.id}]->(:Person)
  USING INDEX SEEK link:NEIGHBOUR_OF(id)
  RETURN link
}
DELETE link
