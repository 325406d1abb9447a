// What the account is to a person, and how much of the person it may see (visibility.md, "Words", "People and family links").
// fragment: in what viewer.cypher gives, and x; out the same and families, grants, decisions, direct, around, opened, broken, coordinates, shut, barred, identity
// Everything is reached from the person's side: a practitioner can have thousands of involvements, a family has few.
// A decision about consent without its instant or giver counts as a refusal, without a giver as the person's own: it may be one.
WITH *,
  [(x)-[member:MEMBER_OF]->(family:Family)
    WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to) | family] AS families,
  [(x)<-[:FOR]-(grant:Grant)<-[:HOLDS]-(v) WHERE grant.granted_at <= $now AND $now < grant.expires_at | grant.kind] AS grants,
  [(x)<-[:ABOUT]-(consent:Consent) WHERE coalesce(consent.recorded_at <= $now, true) | {
    agency: consent.agency_id,
    own: coalesce(consent.giver = 'self', true),
    given: coalesce(consent.decision = 'given' AND consent.recorded_at <= $now AND consent.giver IS NOT NULL
      AND (consent.expires_at IS NULL OR $now < consent.expires_at), false),
    at: CASE WHEN consent.decision = 'given' AND consent.expires_at <= $now THEN consent.expires_at ELSE consent.recorded_at END,
    includes_sensitive: consent.includes_sensitive
  }] AS decisions,
  coalesce(EXISTS {
    MATCH (x)<-[held:INVOLVED_WITH]-(vp)
    WHERE held.agency_id = va.id AND held.confirmed
      AND (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
  }, false) AS direct,
  EXISTS { MATCH (x)<-[:BARRED_FROM]-(other:Account) WHERE other = v OR EXISTS { (other)-[:ACTS_AS]->(vp) } } AS barred
CALL (families, vp, va) {
  UNWIND families AS family
  MATCH (family)<-[member:MEMBER_OF]-(near:Person)
  WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
  WITH DISTINCT near, vp, va
  MATCH (near)<-[held:INVOLVED_WITH]-(vp)
  WHERE held.agency_id = va.id AND held.confirmed
    AND (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
  RETURN count(held) > 0 AS works_with_family
}
WITH *,
  direct OR (live AND works_with_family) AS around,
  live AND standing AND 'opened' IN grants AS opened,
  live AND standing AND 'break_glass' IN grants AS broken,
  coalesce(live AND v.role = 'coordinator' AND any(family IN families WHERE family.programme AND family.area IN v.areas), false) AS coordinates,
  x.shielded AND NOT direct AS shut
WITH *, CASE
    WHEN NOT standing OR barred THEN 'none'
    WHEN direct OR (NOT x.shielded AND (around OR opened OR broken OR coordinates)) THEN 'full'
    WHEN x.shielded AND (opened OR broken) THEN 'restricted'
    WHEN EXISTS {
      MATCH (x)<-[held:INVOLVED_WITH]-(vp)
      WHERE (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
    } THEN 'restricted'
    WHEN NOT x.shielded AND live AND EXISTS {
      UNWIND families AS family
      MATCH (family)<-[member:MEMBER_OF]-(y:Person)<-[:FOR]-(grant:Grant {kind: 'break_glass'})<-[:HOLDS]-(v)
      WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
        AND grant.granted_at <= $now AND $now < grant.expires_at
        AND NOT EXISTS { MATCH (y)<-[:BARRED_FROM]-(other:Account) WHERE other = v OR EXISTS { (other)-[:ACTS_AS]->(vp) } }
    } THEN 'restricted'
    ELSE 'none'
  END AS identity
