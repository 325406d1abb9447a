// The links in force between two people.
// mode: read
// sight: none: asked by a transaction in which the fragment has shown both people in full, and with them every link between them
// param one: string
// param other: string
// param today: date
// column id: string
// column kind: string
// column from_person: string
// row: graph.family_links.LinkBetween
// order: id
MATCH (one:Person {id: $one})-[link:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF]-(other:Person {id: $other})
WHERE link.to IS NULL OR $today < link.to
RETURN link.id AS id, type(link) AS kind, startNode(link).id AS from_person
ORDER BY id
