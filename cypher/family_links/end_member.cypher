// End a person's membership of a family on a day up to today; one that began on it, or later, goes as if it had never been.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param person: string
// param family: string
// param on: date
// param today: date
MATCH (x:Person {id: $person})-[member:MEMBER_OF]->(:Family {id: $family})
WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
FOREACH (over IN CASE WHEN member.from IS NULL OR member.from < $on THEN [member] ELSE [] END | SET over.to = $on)
FOREACH (unsaid IN CASE WHEN member.from >= $on THEN [member] ELSE [] END | DELETE unsaid)
