// The person fragment without its rules.
// fragment: in x; out x, families, identity
WITH *, 'full' AS identity,
  [(x)-[member:MEMBER_OF]->(family:Family)
    WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to) | family] AS families
