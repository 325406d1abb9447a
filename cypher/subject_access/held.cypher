// Everything that is held about one person, for an auditor who prepares the person's report; sensitive services masked until unmasked.
// mode: read
// sight: auditor
// param account: string
// param person: string
// param unmasked: list<string>
// param now: datetime
// param today: date
// column person: map
// column merged: list<map>
// column memberships: list<map>
// column links: list<map>
// column involvements: list<map>
// column consents: list<map>
// column grants: list<map>
// column requests: list<map>
// column bars: list<map>
// column queue: list<map>
// column proposals: list<map>
// row: graph.subject_access.HeldRow
// rows: one
// What is masked does not leave the database: an involvement with a sensitive service; and a practitioner who works with the
// family through such services alone, or for such an agency, wherever else they are named.
MATCH (v:Account {id: $account, role: 'auditor'})
//! splice visibility/viewer
MATCH (root:Person {id: $person})
CALL (root) {
  RETURN root AS x
  UNION
  MATCH (root)-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(x:Person)
  WHERE (mine.from IS NULL OR mine.from <= $today) AND (mine.to IS NULL OR $today < mine.to)
    AND (theirs.from IS NULL OR theirs.from <= $today) AND (theirs.to IS NULL OR $today < theirs.to)
  RETURN x
}
WITH v, va, vp, active, live, standing, agreements, plain_types, findable_types, root, collect(DISTINCT x) AS people
UNWIND people AS x
//! splice visibility/person
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  RETURN collect({of: x, e: e, p: p, a: a, sensitive: coalesce(sensitive, true)}) AS held
}
WITH root, collect(held) AS parts
WITH root, root.id IN $unmasked AS open, reduce(held = [], part IN parts | held + part) AS held
WITH root, open, held, [one IN held WHERE one.sensitive | one.p] AS sensitive_holders, [one IN held WHERE NOT one.sensitive | one.p] AS plain_holders
WITH root, open, [one IN held WHERE one.of = root] AS held,
  CASE WHEN open THEN [] ELSE [p IN sensitive_holders WHERE NOT p IN plain_holders] END AS hidden,
  CASE WHEN open THEN [] ELSE ['domestic_abuse', 'substance_misuse', 'sexual_health'] END AS quiet
RETURN
  root {.id, .given_name, .family_name, .also_known_as, .date_of_birth, .expected_date_of_birth, .deceased_on, .gender,
    .nhs_number, .upn, .local_id, .address, .postcode, .shielded} AS person,
  COLLECT {
    MATCH (root)<-[:MERGED_INTO*1..9]-(gone:MergedRecord)
    RETURN gone {.id, .given_name, .family_name, .also_known_as, .date_of_birth, .expected_date_of_birth, .nhs_number, .upn,
      .local_id, .address, .postcode, .merged_at}
  } AS merged,
  COLLECT {
    MATCH (root)-[member:MEMBER_OF]->(family:Family)
    OPTIONAL MATCH (area:Area {id: family.area})
    RETURN {id: family.id, name: family.name, area: area.name, programme: family.programme, from: member.from, to: member.to}
  } AS memberships,
  COLLECT {
    MATCH (root)-[link:PARENT_OF|CARER_OF|GRANDPARENT_OF|PARTNER_OF|SIBLING_OF|OTHER_RELATIVE_OF|FRIEND_OF|NEIGHBOUR_OF]-(other:Person)
    RETURN link {.id, .qualifier, .parental_responsibility, .quality, .from, .to, kind: toLower(type(link)),
      outward: startNode(link) = root, other: other.id, other_name: other.given_name + ' ' + other.family_name, shielded: other.shielded}
  } AS links,
  COLLECT {
    UNWIND held AS one
    WITH one.e AS e, one.p AS p, one.a AS a, one.sensitive AND NOT open AS masked, one.sensitive AS sensitive
    OPTIONAL MATCH (type:InvolvementType {code: e.type})
    OPTIONAL MATCH (broker:Practitioner {id: e.broker_id})
    RETURN CASE WHEN masked THEN {masked: true} ELSE e {.id, .role, .lead, .basis, .from, .to, .last_confirmed, .source, .confirmed,
      .recorded_at, masked: false, sensitive: sensitive, type: coalesce(type.label, e.type),
      holder: {practitioner: p.id, name: p.name, job: p.job_title, agency: a.name, kind: a.kind, masked: false},
      broker: CASE WHEN broker IS NOT NULL THEN {practitioner: broker.id, name: broker.name, job: broker.job_title, agency: null, kind: null, masked: broker IN hidden} END
    } END
  } AS involvements,
  COLLECT {
    MATCH (consent:Consent)-[:ABOUT]->(root)
    OPTIONAL MATCH (agency:Agency {id: consent.agency_id})
    OPTIONAL MATCH (recorder:Practitioner {id: consent.recorded_by})
    OPTIONAL MATCH (recorder)-[:WORKS_FOR]->(works:Agency)
    WITH consent, agency, recorder, collect(works) AS works
    WITH consent, agency, recorder, head(works) AS work, recorder IN hidden OR any(one IN works WHERE one.kind IN quiet) AS masked
    RETURN consent {.id, .decision, .includes_sensitive, .recorded_at, .expires_at, .giver, .given_by, .how,
      agency: CASE WHEN agency.kind IN quiet THEN null ELSE agency.name END, agency_masked: coalesce(agency.kind IN quiet, false),
      recorder: CASE WHEN recorder IS NULL THEN null WHEN masked THEN {masked: true}
        ELSE {practitioner: recorder.id, name: recorder.name, job: recorder.job_title, agency: work.name, kind: work.kind, masked: false} END}
  } AS consents,
  COLLECT {
    MATCH (holder:Account)-[:HOLDS]->(grant:Grant)-[:FOR]->(root)
    OPTIONAL MATCH (holder)-[:ACTS_AS]->(p:Practitioner)
    OPTIONAL MATCH (holder)-[:OF]->(a:Agency)
    WITH grant, holder, p, a, coalesce(p IN hidden, false) OR coalesce(a.kind IN quiet, false) AS masked
    RETURN CASE WHEN masked THEN {masked: true} ELSE grant {.id, .kind, .reason, .granted_at, .expires_at, masked: false,
      by: {practitioner: p.id, account: holder.id, name: coalesce(p.name, holder.username), job: p.job_title, agency: a.name, kind: a.kind, masked: false}} END
  } AS grants,
  COLLECT {
    MATCH (request:BreakGlassRequest {person: root.id})
    OPTIONAL MATCH (asker:Account {id: request.account})
    OPTIONAL MATCH (asker)-[:ACTS_AS]->(p:Practitioner)
    OPTIONAL MATCH (a:Agency {id: request.agency})
    WITH request, asker, p, a, coalesce(p IN hidden, false) OR coalesce(a.kind IN quiet, false) AS masked
    RETURN CASE WHEN masked THEN {masked: true} ELSE request {.id, .code, .note, .asked_at, .state, masked: false,
      by: {practitioner: p.id, account: asker.id, name: coalesce(p.name, asker.username), job: p.job_title, agency: a.name, kind: a.kind, masked: false}} END
  } AS requests,
  COLLECT {
    MATCH (barred:Account)-[bar:BARRED_FROM]->(root)
    OPTIONAL MATCH (barred)-[:ACTS_AS]->(p:Practitioner)
    OPTIONAL MATCH (barred)-[:OF]->(a:Agency)
    WITH bar, barred, p, a, coalesce(p IN hidden, false) OR coalesce(a.kind IN quiet, false) AS masked
    RETURN CASE WHEN masked THEN {masked: true} ELSE bar {.id, .reason, masked: false,
      who: {practitioner: p.id, account: barred.id, name: coalesce(p.name, barred.username), job: p.job_title, agency: a.name, kind: a.kind, masked: false}} END
  } AS bars,
  COLLECT {
    MATCH (item:QueueItem {subject: root.id})
    OPTIONAL MATCH (maker:Account {id: item.maker})
    OPTIONAL MATCH (maker)-[:ACTS_AS]->(p:Practitioner)
    OPTIONAL MATCH (a:Agency {id: item.agency})
    WITH item, maker, p, a, coalesce(p IN hidden, false) OR coalesce(a.kind IN quiet, false) AS masked
    RETURN CASE WHEN masked THEN {masked: true} ELSE item {.id, .kind, .note, .raised_at, .state, .outcome, .closed_at, masked: false,
      by: CASE WHEN maker IS NOT NULL THEN {practitioner: p.id, account: maker.id, name: coalesce(p.name, maker.username), job: p.job_title, agency: a.name, kind: a.kind, masked: false} END} END
  } AS queue,
  COLLECT {
    CALL (root) {
      MATCH (proposal:Proposal {subject: root.id})
      WHERE proposal.state IS NOT NULL
      RETURN proposal
      UNION
      MATCH (proposal:Proposal {other: root.id})
      WHERE proposal.state IS NOT NULL
      RETURN proposal
    }
    OPTIONAL MATCH (maker:Account {id: proposal.maker})
    OPTIONAL MATCH (maker)-[:ACTS_AS]->(p:Practitioner)
    OPTIONAL MATCH (maker)-[:OF]->(a:Agency)
    WITH root, proposal, maker, p, a, coalesce(p IN hidden, false) OR coalesce(a.kind IN quiet, false) AS masked
    RETURN CASE WHEN masked THEN {masked: true} ELSE proposal {.id, .kind, .reason, .made_at, .state, masked: false,
      alone: proposal.other IS NULL,
      by: CASE WHEN maker IS NOT NULL THEN {practitioner: p.id, account: maker.id, name: coalesce(p.name, maker.username), job: p.job_title, agency: a.name, kind: a.kind, masked: false} END} END
  } AS proposals
