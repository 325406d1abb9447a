// Let what a merge has made to be about the kept record be about the other again.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; ids alone
// param kept: string
// param gone: string
CALL () {
  MATCH (one:Proposal {subject: $kept})
  WHERE one.subject_was[-1] = $gone
  SET one.subject = $gone, one.subject_was = one.subject_was[..-1],
    one.pending = [person IN one.pending | CASE WHEN person = $kept THEN $gone ELSE person END]
}
CALL () {
  MATCH (one:Proposal {other: $kept})
  WHERE one.other_was[-1] = $gone
  SET one.other = $gone, one.other_was = one.other_was[..-1],
    one.pending = [person IN one.pending | CASE WHEN person = $kept THEN $gone ELSE person END]
}
CALL () {
  MATCH (one:QueueItem {subject: $kept})
  WHERE one.subject_was[-1] = $gone
  SET one.subject = $gone, one.subject_was = one.subject_was[..-1]
}
CALL () {
  MATCH (one:BreakGlassRequest {person: $kept})
  WHERE one.person_was[-1] = $gone
  SET one.person = $gone, one.person_was = one.person_was[..-1]
}
CALL () {
  MATCH (one:SubjectAccessReport {person: $kept})
  WHERE one.person_was[-1] = $gone
  SET one.person = $gone, one.person_was = one.person_was[..-1]
}
CALL () {
  MATCH (one:Notice {person: $kept})
  WHERE one.person_was[-1] = $gone
  SET one.person = $gone, one.person_was = one.person_was[..-1]
}
