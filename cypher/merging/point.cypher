// Let proposals, items of the privacy queue, requests, reports and notices about one record be about another, each with a mark.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; ids alone
// param kept: string
// param gone: string
CALL () {
  MATCH (one:Proposal {subject: $gone})
  SET one.subject = $kept, one.subject_was = coalesce(one.subject_was, []) + [$gone],
    one.pending = [person IN one.pending | CASE WHEN person = $gone THEN $kept ELSE person END]
}
CALL () {
  MATCH (one:Proposal {other: $gone})
  SET one.other = $kept, one.other_was = coalesce(one.other_was, []) + [$gone],
    one.pending = [person IN one.pending | CASE WHEN person = $gone THEN $kept ELSE person END]
}
CALL () {
  MATCH (one:QueueItem {subject: $gone})
  SET one.subject = $kept, one.subject_was = coalesce(one.subject_was, []) + [$gone]
}
CALL () {
  MATCH (one:BreakGlassRequest {person: $gone})
  SET one.person = $kept, one.person_was = coalesce(one.person_was, []) + [$gone]
}
CALL () {
  MATCH (one:SubjectAccessReport {person: $gone})
  SET one.person = $kept, one.person_was = coalesce(one.person_was, []) + [$gone]
}
CALL () {
  MATCH (one:Notice {person: $gone})
  SET one.person = $kept, one.person_was = coalesce(one.person_was, []) + [$gone]
}
