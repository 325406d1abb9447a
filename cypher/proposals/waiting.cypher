// The proposals that wait for an account's answer, and those that it made itself and that wait for somebody else's.
// mode: read
// sight: account
// param account: string
// param only: string?
// param unmasked: list<string>
// param now: datetime
// param today: date
// column id: string
// column kind: string
// column mine: boolean
// column may_accept: boolean
// column made_at: datetime
// column reason: string?
// column maker: string
// column maker_name: string?
// column maker_agency: string?
// column maker_phone: string?
// column maker_email: string?
// column person: string
// column other: string?
// column sides: list<map>
// column pending: list<string>
// column link_kind: string?
// column qualifier: string?
// column family: string?
// column family_name: string?
// column type_label: string?
// column asked_name: string?
// column consent: map?
// row: graph.proposals.Waiting
// order: made_at, id
// Nobody answers what they proposed themselves, whichever of their accounts they use (visibility.md, "Who may change what"):
// of two accounts of which one is nobody's who works with families, the mailbox tells whether they are one human's.
// A person's name comes with the fragment's identity; a colleague who may vouch for a practitioner of the own agency is told
// it too. Nobody barred is, not even of what they proposed themselves. To a privacy officer it is masked who proposes where
// that would tell of a sensitive service.
// A decision about consent that includes sensitive services waits for somebody who works with the person for one, and who may
// be told of the agency that it names. It is never listed as its maker's own: that it goes would tell that there is such a
// service.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
CALL (v, va, vp, active, standing) {
  MATCH (proposal:Proposal {maker: v.id, state: 'waiting'})
  RETURN proposal
  UNION
  WITH va, vp WHERE standing AND vp IS NOT NULL
  MATCH (proposal:Proposal {agency: va.id, state: 'waiting'})
  RETURN proposal
  UNION
  WITH va, vp WHERE standing
  MATCH (vp)-[held:INVOLVED_WITH]->(client:Person)
  WHERE held.agency_id = va.id AND held.confirmed
    AND (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
  WITH DISTINCT client
  CALL (client) {
    MATCH (proposal:Proposal {subject: client.id, state: 'waiting'})
    RETURN proposal
    UNION
    MATCH (proposal:Proposal {other: client.id, state: 'waiting'})
    RETURN proposal
  }
  RETURN proposal
  UNION
  WITH v, active WHERE active AND v.role = 'auditor'
  MATCH (proposal:Proposal {state: 'waiting'})
  WHERE proposal.kind IN ['own_involvement', 'reconfirm', 'unshield', 'lift_bar']
  RETURN proposal
}
WITH *
WHERE ($only IS NULL OR proposal.id = $only) AND (proposal.expires_at IS NULL OR $now < proposal.expires_at)
CALL (v, va, vp, active, live, standing, agreements, plain_types, findable_types, proposal) {
  UNWIND [proposal.subject, proposal.other] AS wanted
  MATCH (x:Person {id: wanted})
  //! splice visibility/person
  WITH *, identity <> 'none' OR (NOT barred
    AND (v.role = 'auditor' OR (proposal.kind IN ['own_involvement', 'reconfirm'] AND proposal.maker <> v.id))) AS named
  ORDER BY x.id
  RETURN collect({
    person: x.id, identity: identity, direct: direct, barred: barred, shielded: coalesce(x.shielded, true),
    given_name: CASE WHEN named THEN x.given_name END, family_name: CASE WHEN named THEN x.family_name END
  }) AS sides
}
CALL (v, va, vp, active, live, standing, agreements, plain_types, findable_types, proposal) {
  WITH * WHERE proposal.kind = 'consent'
  MATCH (x:Person {id: proposal.subject})
  //! splice visibility/person
  WITH * WHERE standing AND direct AND NOT barred
  //! splice fragments/work_with_person
  WITH * WHERE of_sensitive_service AND (proposal.consent_agency IS NULL OR proposal.consent_agency = va.id
    OR any(work IN shown_work WHERE work.agency = proposal.consent_agency))
  OPTIONAL MATCH (agency:Agency {id: proposal.consent_agency})
  RETURN head(collect({
    agency: agency.name, giver: proposal.giver, how: proposal.how, expires_at: proposal.consent_expires_at,
    maker_shown: any(work IN shown_work WHERE work.practitioner = proposal.maker_practitioner)
  })) AS consent
}
WITH *, proposal.maker = v.id AND proposal.kind <> 'consent' AS mine,
  proposal.maker = v.id OR coalesce(CASE WHEN vp IS NULL OR proposal.maker_practitioner IS NULL THEN EXISTS {
    MATCH (maker:Account {id: proposal.maker})
    WHERE toLower(coalesce(maker.email, head([(maker)-[:ACTS_AS]->(making:Practitioner) | making.email])))
      = toLower(coalesce(v.email, vp.email))
  } ELSE proposal.maker_practitioner = vp.id END, false) AS same_human,
  any(side IN sides WHERE side.shielded) AS shielded,
  any(side IN sides WHERE side.barred) AS barred,
  any(side IN sides WHERE side.direct) AS direct,
  active AND v.role = 'auditor' AS officer
WITH *, CASE
    WHEN same_human OR barred THEN false
    WHEN proposal.kind = 'own_involvement' THEN officer OR (standing AND (direct OR (NOT shielded AND vp IS NOT NULL AND proposal.agency = va.id)))
    // Other holders are not asked: that a service works with the person may be none of theirs to know.
    WHEN proposal.kind = 'reconfirm' THEN officer OR (standing AND NOT shielded AND vp IS NOT NULL AND proposal.agency = va.id)
    WHEN proposal.kind IN ['involvement', 'hand_over'] THEN standing AND proposal.asked = vp.id AND proposal.agency = va.id
    WHEN proposal.kind IN ['membership', 'link'] THEN standing
      AND any(side IN sides WHERE side.direct AND side.person IN proposal.pending)
      AND (NOT shielded OR all(side IN sides WHERE side.identity = 'full'))
    WHEN proposal.kind = 'consent' THEN consent IS NOT NULL
    WHEN proposal.kind = 'unshield' THEN officer
    WHEN proposal.kind = 'lift_bar' THEN officer AND NOT v.id IN proposal.barred_accounts
      AND NOT coalesce(proposal.asked = vp.id, false)
  END AS may_answer
WITH * WHERE mine OR may_answer
MATCH (maker:Account {id: proposal.maker})-[:OF]->(maker_agency:Agency)
OPTIONAL MATCH (maker)-[:ACTS_AS]->(making:Practitioner)
OPTIONAL MATCH (subject:Person {id: proposal.subject})
OPTIONAL MATCH (asked:Practitioner {id: proposal.asked})
OPTIONAL MATCH (family:Family {id: proposal.family})
OPTIONAL MATCH (type:InvolvementType {code: proposal.type})
WITH *, maker_agency AS agency
//! splice masking/maker
WITH *, officer AND NOT mine AND proposal.kind IN ['own_involvement', 'reconfirm'] AND maker_masked AS masked
WITH *, any(side IN sides WHERE side.person = proposal.other AND side.identity = 'full') AS family_shown,
  (proposal.kind <> 'own_involvement' OR mine OR officer OR va.id = proposal.agency) AND NOT masked AS reason_shown,
  mine OR (proposal.kind IN ['involvement', 'hand_over'] AND may_answer) AS type_shown,
  consent IS NULL OR consent.maker_shown AS maker_shown
RETURN proposal.id AS id, proposal.kind AS kind, mine AS mine,
  coalesce(may_answer, false) AND NOT (proposal.kind = 'own_involvement' AND shielded) AS may_accept,
  proposal.made_at AS made_at, CASE WHEN reason_shown THEN proposal.reason END AS reason,
  maker.id AS maker,
  CASE WHEN NOT masked THEN CASE WHEN maker_shown THEN coalesce(making.name, maker.username) ELSE '' END END AS maker_name,
  CASE WHEN NOT masked THEN CASE WHEN maker_shown THEN maker_agency.name ELSE '' END END AS maker_agency,
  CASE WHEN maker_shown AND NOT masked THEN maker_agency.phone END AS maker_phone,
  CASE WHEN maker_shown AND NOT masked THEN maker_agency.email END AS maker_email,
  proposal.subject AS person, proposal.other AS other, sides AS sides, coalesce(proposal.pending, []) AS pending,
  proposal.link_kind AS link_kind, proposal.qualifier AS qualifier,
  CASE WHEN family_shown THEN proposal.family END AS family, CASE WHEN family_shown THEN family.name END AS family_name,
  CASE WHEN type_shown THEN coalesce(type.label, proposal.type) END AS type_label, asked.name AS asked_name, consent AS consent
ORDER BY made_at, id
