// Make every involvement of two records unconfirmed whose holder does not work with both, and ask for each to be confirmed anew.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; nothing is answered, whoever is hidden
// param kept: string
// param gone: string
// param merge: string
// param now: datetime
// param today: date
// A holder works with both by confirmed work that lasts today, for the same agency: that is what gives an account sight.
// Ended work is asked about by nobody.
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
WITH kept, gone, COLLECT {
  UNWIND [kept, gone] AS x
  MATCH (x)<-[held:INVOLVED_WITH]-(p:Practitioner)
  WHERE held.confirmed AND (held.from IS NULL OR held.from <= $today) AND (held.to IS NULL OR $today < held.to)
  WITH p, held.agency_id AS agency, count(DISTINCT x) AS records
  WHERE records = 2
  RETURN [p.id, agency]
} AS both
UNWIND [kept, gone] AS x
MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
WHERE e.confirmed AND NOT [p.id, e.agency_id] IN both
SET e.confirmed = false, e.unconfirmed_by = $merge
WITH e, p WHERE e.to IS NULL OR $today < e.to
MATCH (p)<-[:ACTS_AS]-(holder:Account)-[:OF]->(:Agency {id: e.agency_id})
WITH e, p, min(holder.id) AS maker
MERGE (proposal:Proposal {id: $merge + '.' + e.id})
ON CREATE SET proposal.kind = 'reconfirm', proposal.maker = maker, proposal.maker_practitioner = p.id,
  proposal.state = 'waiting', proposal.subject = $kept, proposal.agency = e.agency_id, proposal.type = e.type,
  proposal.work = e.id, proposal.made_at = $now
