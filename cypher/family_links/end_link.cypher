// End a link between two people today; one that began today goes as if it had never been.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param person: string
// param link: string
// param today: date
MATCH (x:Person {id: $person})-[link:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF {id: $link}]-(:Person)
WHERE link.to IS NULL OR $today < link.to
FOREACH (over IN CASE WHEN link.from IS NULL OR link.from < $today THEN [link] ELSE [] END | SET over.to = $today)
FOREACH (unsaid IN CASE WHEN link.from >= $today THEN [link] ELSE [] END | DELETE unsaid)
