// The events that showed one person, newest first: about this person, or about somebody else with this person among those shown.
// mode: read
// sight: none: for auditors and the subject's own report, whose callers decide that; what is masked does not leave the database
// param person: string
// param ids: list<string>
// param words: string
// param from: datetime
// param to: datetime
// param unmasked: list<string>
// param skip: integer
// param limit: integer
// column id: string?
// column at: datetime
// column kind: string
// column direct: boolean
// column account: string?
// column username: string?
// column practitioner: string?
// column role: string?
// column agency: string?
// column agency_name: string?
// column purpose: string?
// column through: list<string>
// column masked: boolean
// row: graph.audit_trail.LookAtPerson
// order: event.at, event.id
// Work of no sensitive service leaves a looker unmasked where it was confirmed and lasted when they looked.
CALL db.index.fulltext.queryNodes('audit_words', $words) YIELD node AS event
WHERE $from <= event.at < $to AND (event.subject IN $ids OR any(one IN event.people WHERE one IN $ids))
WITH event ORDER BY event.at DESC, event.id DESC SKIP $skip LIMIT $limit
MATCH (x:Person {id: $person})
OPTIONAL MATCH (v:Account {id: event.account})
OPTIONAL MATCH (v)-[:ACTS_AS]->(vp:Practitioner)
OPTIONAL MATCH (va:Agency {id: event.agency})
CALL (x, vp, event) {
  OPTIONAL MATCH (x)-[:MEMBER_OF]->(:Family)<-[:MEMBER_OF]-(relative:Person)
  WITH vp, x, date(datetime({datetime: event.at, timezone: 'Europe/London'})) AS day,
    collect(DISTINCT relative) AS relatives
  UNWIND [x] + relatives AS y
  MATCH (y)<-[held:INVOLVED_WITH]-(vp)
  MATCH (a:Agency {id: held.agency_id})
  OPTIONAL MATCH (type:InvolvementType {code: held.type})
  WITH coalesce(held.sensitive OR type.sensitive OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], true) AS sensitive,
    held.confirmed AND (held.from IS NULL OR held.from <= day) AND (held.to IS NULL OR day < held.to) AS counts
  WITH collect({sensitive: sensitive, counts: counts}) AS works
  RETURN any(one IN works WHERE one.sensitive) AND none(one IN works WHERE NOT one.sensitive AND coalesce(one.counts, false)) AS sensitive_alone
}
WITH *, (sensitive_alone OR coalesce(va.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], false))
  AND NOT x.id IN $unmasked AND NOT coalesce('account:' + event.account IN $unmasked, false) AS masked
RETURN CASE WHEN NOT masked THEN event.id END AS id, event.at AS at, event.kind AS kind,
  coalesce(event.subject IN $ids, false) AS direct,
  CASE WHEN NOT masked THEN event.account END AS account, CASE WHEN NOT masked THEN v.username END AS username,
  CASE WHEN NOT masked THEN vp.name END AS practitioner, event.role AS role,
  CASE WHEN NOT masked THEN event.agency END AS agency, CASE WHEN NOT masked THEN va.name END AS agency_name,
  CASE WHEN NOT masked THEN event.purpose END AS purpose, coalesce(event.through, []) AS through, masked AS masked
ORDER BY event.at DESC, event.id DESC
