// Make a person a member of a family from today, unless they are one already; who left it today stays as if they had not.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param person: string
// param family: string
// param today: date
MATCH (x:Person {id: $person})
MATCH (family:Family {id: $family})
WHERE NOT EXISTS {
  MATCH (x)-[member:MEMBER_OF]->(family)
  WHERE member.to IS NULL OR $today < member.to
}
WITH x, family, [(x)-[left:MEMBER_OF]->(family) WHERE left.to = $today | left] AS left_today
FOREACH (left IN left_today[..1] | SET left.to = null)
FOREACH (new IN CASE WHEN size(left_today) = 0 THEN [1] ELSE [] END | CREATE (x)-[:MEMBER_OF {from: $today}]->(family))
SET x:FamilyMember
