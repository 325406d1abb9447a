// The person fragment without its rules.
// fragment: in x; out x, around, opened, broken, coordinates, families, identity
WITH *, 'full' AS identity, true AS around, false AS opened, false AS broken, false AS coordinates,
  [(x)-[member:MEMBER_OF]->(family:Family)
    WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to) | family] AS families
