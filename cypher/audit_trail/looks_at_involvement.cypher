// Who has been shown one involvement, at which level, when first and last and for which reasons; a row for each account and level.
// mode: read
// sight: none: for auditors and the subject's own report, whose callers decide that; what is masked does not leave the database
// param involvement: string
// param words: string
// param unmasked: list<string>
// column account: string?
// column username: string?
// column practitioner: string?
// column role: string?
// column agency: string?
// column agency_name: string?
// column level: string
// column reasons: list<string>
// column times: integer
// column first: datetime
// column last: datetime
// column masked: boolean
// row: graph.audit_trail.LooksAtInvolvement
// order: last, first, level, account
// Level agency stands for all work of that agency with the person, level broker for all services behind that broker.
// Work of no sensitive service leaves a looker unmasked where it was confirmed and lasted when they looked.
MATCH (:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
WITH x, e, COLLECT { MATCH (x)<-[:MERGED_INTO*0..9]-(one) RETURN one.id } AS ids
WITH x, [e.id] + [id IN ids | e.agency_id + '.' + id] + [id IN ids | e.broker_id + '.' + id] AS shown_as
CALL db.index.fulltext.queryNodes('audit_words', $words) YIELD node AS event
UNWIND event.entries AS entry
WITH x, event, split(entry, ' ') AS parts, shown_as
WHERE parts[0] IN shown_as
WITH x, event, parts ORDER BY event.at
WITH x, event.account AS account, parts[1] AS level, collect(DISTINCT parts[2]) AS reasons, count(DISTINCT event) AS times,
  min(event.at) AS first, max(event.at) AS last, collect(event.agency) AS agencies, max(event.role) AS role
OPTIONAL MATCH (v:Account {id: account})
OPTIONAL MATCH (v)-[:ACTS_AS]->(vp:Practitioner)
OPTIONAL MATCH (va:Agency {id: agencies[-1]})
CALL (x, vp, first, last) {
  OPTIONAL MATCH (x)-[:MEMBER_OF]->(:Family)<-[:MEMBER_OF]-(relative:Person)
  WITH vp, x, date(datetime({datetime: first, timezone: 'Europe/London'})) AS first_day,
    date(datetime({datetime: last, timezone: 'Europe/London'})) AS last_day, collect(DISTINCT relative) AS relatives
  UNWIND [x] + relatives AS y
  MATCH (y)<-[held:INVOLVED_WITH]-(vp)
  MATCH (a:Agency {id: held.agency_id})
  OPTIONAL MATCH (type:InvolvementType {code: held.type})
  WITH coalesce(held.sensitive OR type.sensitive OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], true) AS sensitive,
    held.confirmed AND (held.from IS NULL OR held.from <= first_day) AND (held.to IS NULL OR last_day < held.to) AS counts
  WITH collect({sensitive: sensitive, counts: counts}) AS works
  RETURN any(one IN works WHERE one.sensitive) AND none(one IN works WHERE NOT one.sensitive AND coalesce(one.counts, false)) AS sensitive_alone
}
WITH *, (sensitive_alone OR coalesce(va.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], false))
  AND NOT x.id IN $unmasked AND NOT coalesce('account:' + account IN $unmasked, false) AS masked
RETURN CASE WHEN NOT masked THEN account END AS account, CASE WHEN NOT masked THEN v.username END AS username,
  CASE WHEN NOT masked THEN vp.name END AS practitioner, role AS role,
  CASE WHEN NOT masked THEN va.id END AS agency, CASE WHEN NOT masked THEN va.name END AS agency_name,
  level AS level, reasons AS reasons, times AS times, first AS first, last AS last, masked AS masked
ORDER BY last DESC, first DESC, level, account
