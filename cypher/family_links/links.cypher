// The links in force of a person, and whom each joins to them.
// mode: read
// sight: none: ids for the transaction, in which the fragment decides whether both people are shown
// param person: string
// param today: date
// column id: string
// column other: string
// row: graph.family_links.LinkInForce
// order: id, other
MATCH (x:Person {id: $person})-[link:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF]-(other:Person)
WHERE link.to IS NULL OR $today < link.to
RETURN link.id AS id, other.id AS other
ORDER BY id, other
