// The people of a family today, or of the one that stands in for it: whoever reads them drops those of another family.
// mode: read
// sight: none: ids for the transaction, in which the fragment decides who is shown
// param family: string
// param today: date
// column id: string
// column family: string
// row: graph.memberships.MemberOf
// order: id
// The next family in the order of ids stands in for one that does not exist: it costs what one costs that is hidden.
CALL () {
  MATCH (family:Family)
  WHERE family.id >= $family
  RETURN family ORDER BY family.id LIMIT 1
}
MATCH (family)<-[member:MEMBER_OF]-(x:Person)
WHERE (member.from IS NULL OR member.from <= $today) AND (member.to IS NULL OR $today < member.to)
RETURN DISTINCT x.id AS id, family.id AS family
ORDER BY id
