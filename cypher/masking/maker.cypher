// Whether it would tell of a sensitive service who has done something about a person, for an auditor before the second purpose.
// fragment: in making, agency and subject (the practitioner who did it, for which agency, about whom; each may be null); out the same and maker_masked
// As in the trail: the agency is of a sensitive kind, or the practitioner works with the person for sensitive services alone.
CALL (making, subject) {
  OPTIONAL MATCH (subject)<-[held:INVOLVED_WITH]-(making)
  OPTIONAL MATCH (a:Agency {id: held.agency_id})
  OPTIONAL MATCH (work_type:InvolvementType {code: held.type})
  WITH held, coalesce(held.sensitive OR work_type.sensitive OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], true) AS sensitive,
    held.confirmed AND (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to) AS counts
  WITH collect(CASE WHEN held IS NOT NULL THEN {sensitive: sensitive, counts: counts} END) AS works
  RETURN any(one IN works WHERE one.sensitive) AND none(one IN works WHERE NOT one.sensitive AND coalesce(one.counts, false)) AS sensitive_alone
}
WITH *, subject IS NOT NULL AND NOT coalesce(subject.id IN $unmasked, false)
  AND (sensitive_alone OR coalesce(agency.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], false)) AS maker_masked
