// The events that showed one person, newest first: about this person, or about somebody else with this person among those shown.
// mode: read
// sight: none: for auditors and the subject's own report, whose callers decide that; what is masked does not leave the database
// param person: string
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
CALL db.index.fulltext.queryNodes('audit_words', $words) YIELD node AS event
WHERE $from <= event.at < $to AND (event.subject = $person OR $person IN event.people)
WITH event ORDER BY event.at DESC, event.id DESC SKIP $skip LIMIT $limit
MATCH (x:Person {id: $person})
OPTIONAL MATCH (v:Account {id: event.account})
OPTIONAL MATCH (v)-[:ACTS_AS]->(vp:Practitioner)
OPTIONAL MATCH (va:Agency {id: event.agency})
CALL (x, vp) {
  OPTIONAL MATCH (x)-[:MEMBER_OF]->(:Family)<-[:MEMBER_OF]-(relative:Person)
  WITH vp, x, collect(DISTINCT relative) AS relatives
  UNWIND [x] + relatives AS y
  MATCH (y)<-[held:INVOLVED_WITH]-(vp)
  MATCH (a:Agency {id: held.agency_id})
  OPTIONAL MATCH (type:InvolvementType {code: held.type})
  WITH coalesce(held.sensitive OR type.sensitive OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], true) AS sensitive
  RETURN count(*) > 0 AND all(one IN collect(sensitive) WHERE one) AS sensitive_alone
}
WITH *, (sensitive_alone OR coalesce(va.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], false))
  AND NOT x.id IN $unmasked AND NOT coalesce('account:' + event.account IN $unmasked, false) AS masked
RETURN CASE WHEN NOT masked THEN event.id END AS id, event.at AS at, event.kind AS kind,
  coalesce(event.subject = $person, false) AS direct,
  CASE WHEN NOT masked THEN event.account END AS account, CASE WHEN NOT masked THEN v.username END AS username,
  CASE WHEN NOT masked THEN vp.name END AS practitioner, event.role AS role,
  CASE WHEN NOT masked THEN event.agency END AS agency, CASE WHEN NOT masked THEN va.name END AS agency_name,
  CASE WHEN NOT masked THEN event.purpose END AS purpose, coalesce(event.through, []) AS through, masked AS masked
ORDER BY event.at DESC, event.id DESC
