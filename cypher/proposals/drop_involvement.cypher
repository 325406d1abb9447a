// Take away a provisional involvement that was declined, without a trace to anybody's sight.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; the audit trail keeps that there was one
// param involvement: string
MATCH (p:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
USING INDEX SEEK e:INVOLVED_WITH(id)
WHERE NOT e.confirmed
DELETE e
WITH x
WHERE NOT EXISTS { (x)<-[:INVOLVED_WITH]-(:Practitioner) }
REMOVE x:Client
