// Store for each receiver of a hand-over an involvement like the one that is handed over; unconfirmed, it shows them the name alone.
// mode: write
// sight: none: the transaction has decided that this account may hand them over
// param offers: list<map>
// param today: date
// param now: datetime
UNWIND $offers AS offer
MATCH (:Practitioner)-[old:INVOLVED_WITH {id: offer.former}]->(x:Person)
USING INDEX SEEK old:INVOLVED_WITH(id)
MATCH (receiver:Practitioner {id: offer.receiver})
MERGE (receiver)-[e:INVOLVED_WITH {id: offer.id}]->(x)
ON CREATE SET e.agency_id = old.agency_id, e.type = old.type, e.role = old.role, e.lead = false, e.sensitive = old.sensitive,
  e.basis = old.basis, e.broker_id = old.broker_id, e.from = $today, e.source = 'colleague', e.confirmed = false,
  e.recorded_at = $now, e.taken_over_from = old.id
