// Store decisions about consent, which count from when they were recorded; the same ids again change nothing.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param person: string
// param consents: list<map>
MATCH (x:Person {id: $person})
UNWIND $consents AS stored
MERGE (consent:Consent {id: stored.id})
ON CREATE SET consent = stored
MERGE (consent)-[:ABOUT]->(x)
