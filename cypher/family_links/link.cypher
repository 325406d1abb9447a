// One link in force of a person, and whom it joins to them.
// mode: read
// sight: none: ids for the transaction, in which the fragment decides whether both people are shown
// param person: string
// param link: string
// param today: date
// column id: string
// row: graph.proposals.Touched
// order: id
MATCH (x:Person {id: $person})-[link:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF {id: $link}]-(other:Person)
WHERE link.to IS NULL OR $today < link.to
RETURN other.id AS id
ORDER BY id
