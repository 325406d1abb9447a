// The involvement that stands next in the order of ids stands in for one that does not exist, and is dropped as late as a
// hidden one is: the two cost the same, so that no answer's time tells them apart.
// fragment: in wanted, an id; out p, e, x, the involvement of that id or of the next one: whoever splices this drops e at the end unless e.id = wanted
CALL (wanted) {
  MATCH (p:Practitioner)-[e:INVOLVED_WITH]->(x:Person)
  USING INDEX e:INVOLVED_WITH(id)
  WHERE e.id >= wanted
  RETURN p, e, x ORDER BY e.id LIMIT 1
}
