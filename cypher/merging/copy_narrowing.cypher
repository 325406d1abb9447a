// Give a record that leaves another a copy of what has narrowed the other's sight since they were merged: bars, refusals, withdrawals.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param kept: string
// param gone: string
// param since: datetime
// param made: string
MATCH (kept:Person {id: $kept})
MATCH (gone:Person {id: $gone})
WITH gone, [(kept)<-[:ABOUT]-(consent:Consent) WHERE consent.recorded_at >= $since AND consent.decision <> 'given' | consent] AS decisions,
  [(kept)<-[bar:BARRED_FROM]-(barred:Account) WHERE NOT EXISTS { (gone)<-[:BARRED_FROM]-(barred) } | {bar: bar, barred: barred}] AS bars
FOREACH (decision IN decisions |
  CREATE (copy:Consent)-[:ABOUT]->(gone)
  SET copy = properties(decision), copy.id = decision.id + $made
)
FOREACH (one IN bars |
  FOREACH (barred IN [one.barred] |
    CREATE (barred)-[copy:BARRED_FROM]->(gone)
    SET copy = properties(one.bar), copy.id = one.bar.id + $made
  )
)
