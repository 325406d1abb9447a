// How an account's practitioner says they are reached, their absence from the account's agency, and an address that waits to be confirmed.
// mode: read
// sight: none: an account's own particulars
// param account: string
// param now: datetime
// column practitioner: string
// column landline: string?
// column mobile: string?
// column email: string?
// column preferred_contact: string?
// column best_time: string?
// column away_from: date?
// column away_to: date?
// column stand_in: string?
// column waiting_email: string?
// column waiting_until: datetime?
// column asked_in: string?
// row: graph.own_contacts.StoredContacts
// rows: one
MATCH (v:Account {id: $account})-[:OF]->(va:Agency)
MATCH (v)-[:ACTS_AS]->(p:Practitioner)
WITH p, head([(p)-[away:AWAY_FROM]->(va) | away]) AS away,
  head(COLLECT {
    MATCH (waits:EmailChange {of: p.id})
    WHERE waits.used_at IS NULL AND waits.expires_at > $now
    RETURN waits ORDER BY waits.asked_at DESC, waits.id
  }) AS waits
RETURN p.id AS practitioner, p.landline AS landline, p.mobile AS mobile, p.email AS email,
  p.preferred_contact AS preferred_contact, p.best_time AS best_time, away.from AS away_from, away.to AS away_to,
  away.stand_in AS stand_in, waits.email AS waiting_email, waits.expires_at AS waiting_until, waits.asked_in AS asked_in
