// Some events of the trail as an auditor may read them, in the order of their ids.
// mode: read
// sight: none: an auditor may read the whole trail; who looked is masked where it would tell of a sensitive service
// param auditor: string
// param ids: list<string>
// param unmasked: list<string>
// column place: integer
// column id: string
// column at: datetime
// column kind: string
// column masked: boolean
// column account: string?
// column username: string?
// column practitioner: string?
// column role: string?
// column agency: string?
// column agency_name: string?
// column route: string?
// column purpose: string?
// column subject: string?
// column subject_name: string?
// column people: list<string>
// column entries: list<string>
// column objects: list<string>
// column through: list<string>
// column reasons: list<string>
// column policy: string?
// column request_id: string?
// row: graph.audit_search.TrailEvent
// order: place
// The account is masked where its agency is of a sensitive kind, or it works with those shown through sensitive services
// alone; the words are those of the visibility fragment. Other work counts where it was confirmed and lasted that day: what was
// over, or waited to be confirmed, did not give the sight. A second purpose unmasks for a person, or for an account.
MATCH (auditor:Account {id: $auditor, role: 'auditor'})
UNWIND range(0, size($ids) - 1) AS place
MATCH (event:AuditEvent {id: $ids[place]})
WHERE event.kind IS NOT NULL
OPTIONAL MATCH (v:Account {id: event.account})
OPTIONAL MATCH (v)-[:ACTS_AS]->(vp:Practitioner)
OPTIONAL MATCH (va:Agency {id: event.agency})
WITH place, event, v, vp, va,
  CASE WHEN event.subject IS NULL THEN coalesce(event.people, []) ELSE [event.subject] + coalesce(event.people, []) END AS named
// A record that was merged into another stands for whoever it is of.
CALL (named) {
  UNWIND named AS person
  OPTIONAL MATCH (:MergedRecord {id: person})-[:MERGED_INTO*1..9]->(kept:Person)
  RETURN collect(coalesce(kept.id, person)) AS shown
}
OPTIONAL MATCH (subject:Person {id: CASE WHEN event.subject IS NOT NULL THEN shown[0] END})
CALL (vp, shown, event) {
  WITH vp, shown, date(datetime({datetime: event.at, timezone: 'Europe/London'})) AS day
  UNWIND shown AS person
  MATCH (:Person {id: person})<-[held:INVOLVED_WITH]-(vp)
  MATCH (a:Agency {id: held.agency_id})
  OPTIONAL MATCH (type:InvolvementType {code: held.type})
  WITH coalesce(held.sensitive OR type.sensitive OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], true) AS sensitive,
    held.confirmed AND (held.from IS NULL OR held.from <= day) AND (held.to IS NULL OR day < held.to) AS counts
  WITH collect({sensitive: sensitive, counts: counts}) AS works
  RETURN any(one IN works WHERE one.sensitive) AND none(one IN works WHERE NOT one.sensitive AND coalesce(one.counts, false)) AS sensitive_alone
}
// Of what it showed, sensitive services are left out, with the reasons for which it showed them: how many an account was
// shown, or for which of its own, would tell which service it is.
CALL (event) {
  UNWIND coalesce(event.entries, []) AS entry
  WITH entry, split(entry, ' ') AS parts
  OPTIONAL MATCH (:Practitioner)-[e:INVOLVED_WITH {id: parts[0]}]->(x:Person)
  OPTIONAL MATCH (a:Agency {id: e.agency_id})
  OPTIONAL MATCH (type:InvolvementType {code: e.type})
  WITH entry, parts, coalesce(x.id, split(parts[0], '.')[1]) AS person, parts[1] = 'broker' OR (e IS NOT NULL
    AND coalesce(e.sensitive OR type.sensitive OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], true)) AS sensitive
  WITH entry, parts WHERE NOT sensitive OR coalesce(person IN $unmasked, false)
  RETURN collect(entry) AS entries, collect(split(coalesce(parts[2], ''), '+')) AS reasons
}
WITH *, size(shown) > 0
  AND (sensitive_alone OR coalesce(va.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'], false))
  AND NOT all(person IN shown WHERE person IN $unmasked)
  AND NOT coalesce(subject.id IN $unmasked, false)
  AND NOT coalesce('account:' + event.account IN $unmasked, false) AS masked
RETURN place AS place, event.id AS id, event.at AS at, event.kind AS kind, masked AS masked,
  CASE WHEN NOT masked THEN event.account END AS account, CASE WHEN NOT masked THEN v.username END AS username,
  CASE WHEN NOT masked THEN vp.name END AS practitioner, event.role AS role,
  CASE WHEN NOT masked THEN event.agency END AS agency, CASE WHEN NOT masked THEN va.name END AS agency_name,
  event.route AS route, CASE WHEN NOT masked THEN event.purpose END AS purpose,
  event.subject AS subject, subject.given_name + ' ' + subject.family_name AS subject_name,
  coalesce(event.people, []) AS people, entries AS entries,
  CASE WHEN masked THEN [] ELSE coalesce(event.objects, []) END AS objects,
  coalesce(event.through, []) AS through, COLLECT { UNWIND reasons AS some UNWIND some AS reason RETURN DISTINCT reason ORDER BY reason } AS reasons,
  event.policy AS policy, CASE WHEN NOT masked THEN event.request_id END AS request_id
ORDER BY place
