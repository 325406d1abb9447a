// Whoever stands next in the order of ids stands in for somebody who does not exist, and is dropped as late as somebody
// hidden is: the two cost the same, so that no answer's time tells them apart.
// fragment: in wanted, an id; out x, the person of that id or of the next one: whoever splices this drops x at the end unless x.id = wanted
CALL (wanted) {
  MATCH (x:Person)
  WHERE x.id >= wanted
  RETURN x ORDER BY x.id LIMIT 1
}
