// Store a link between two people; the same id again changes nothing.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param link: map
MATCH (one:Person {id: $link.from_person})
MATCH (other:Person {id: $link.to_person})
WHERE NOT EXISTS { (one)-[:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF {id: $link.id}]->(other) }
CREATE (one)-[link:$($link.relationship) {id: $link.id}]->(other)
SET link.qualifier = $link.qualifier, link.from = $link.from, link.added_by = $link.added_by
