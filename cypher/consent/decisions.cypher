// What is decided about showing who works with a person, for an account that works with them directly; none for any other.
// mode: read
// sight: account
// param account: string
// param person: string
// param now: datetime
// param today: date
// column given_name: string
// column family_name: string
// column own_agency: string
// column of_sensitive_service: boolean
// column agencies: list<map>
// column decisions: list<map>
// row: graph.consent.ConsentRow
// rows: one
// A decision that names an agency tells that the agency has something to do with the person: it is shown where the agency
// is the account's own or its work is shown, and to whoever recorded it. Who recorded a decision is told where their work is
// shown. The name of a parent or another is free text about somebody who may be hidden: it stays within the recorder's agency.
// One that includes sensitive services looks the same before and after somebody of such a service answered: that they did,
// and how, would tell that there is one. So does the end that was set first, although a later yes may have put it off.
MATCH (v:Account {id: $account})
//! splice visibility/viewer
// Whoever stands next in the order of ids stands in for somebody who does not exist, so that the two cost the same.
CALL () {
  MATCH (person:Person)
  WHERE person.id >= $person
  RETURN person AS x ORDER BY x.id LIMIT 1
}
//! splice visibility/person
WITH * WHERE standing AND direct AND NOT barred AND x.id = $person
//! splice fragments/work_with_person
WITH *, [work IN shown_work | work.practitioner] AS shown_practitioners, [va.id] + [work IN shown_work | work.agency] AS shown_agencies
RETURN x.given_name AS given_name, x.family_name AS family_name, va.id AS own_agency,
  of_sensitive_service AS of_sensitive_service,
  COLLECT {
    UNWIND shown_agencies AS id
    MATCH (agency:Agency {id: id})
    WITH DISTINCT agency ORDER BY agency.name, agency.id
    RETURN {id: agency.id, name: agency.name}
  } AS agencies,
  COLLECT {
    CALL (x) {
      MATCH (x)<-[:ABOUT]-(consent:Consent)
      WHERE coalesce(consent.recorded_at <= $now, true)
      RETURN consent {.id, .decision, .includes_sensitive, .recorded_at, .giver, .given_by, .how, .recorded_by, .recorded_for,
        agency: consent.agency_id, expires_at: coalesce(consent.renewed_end, consent.expires_at)} AS one
      UNION
      MATCH (proposal:Proposal {subject: x.id})
      WHERE proposal.kind = 'consent' AND proposal.state <> 'accepted'
      RETURN proposal {.id, decision: 'given', includes_sensitive: true, recorded_at: proposal.made_at,
        expires_at: proposal.consent_expires_at, .giver, .given_by, .how, recorded_by: proposal.maker_practitioner,
        recorded_for: proposal.maker_agency, agency: proposal.consent_agency} AS one
    }
    WITH one, coalesce(one.recorded_by = vp.id, false) AS by_me
    WHERE by_me OR one.agency IS NULL OR one.agency IN shown_agencies
    OPTIONAL MATCH (agency:Agency {id: one.agency})
    OPTIONAL MATCH (recorder:Practitioner {id: one.recorded_by})
    WITH one, by_me, agency, recorder ORDER BY one.recorded_at DESC, one.id
    RETURN one {.id, .decision, .recorded_at, .expires_at, .giver, .how, .agency, by_me: by_me,
      includes_sensitive: coalesce(one.includes_sensitive, false), agency_name: agency.name,
      recorder: CASE WHEN by_me OR one.recorded_by IN shown_practitioners THEN recorder.name END,
      given_by: CASE WHEN by_me OR one.recorded_for = va.id THEN one.given_by END}
  } AS decisions
