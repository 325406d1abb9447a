// Bar accounts from people; the same ids again change nothing.
// mode: write
// sight: none: written after the transaction has checked that a privacy officer asks
// param bars: list<map>
UNWIND $bars AS row
MATCH (v:Account {id: row.account})
MATCH (x:Person {id: row.person})
MERGE (v)-[bar:BARRED_FROM {id: row.id}]->(x)
ON CREATE SET bar.reason = row.reason
