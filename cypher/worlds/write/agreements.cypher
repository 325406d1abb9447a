// Store sharing agreements, without their signatures.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MERGE (agreement:Agreement {id: row.id})
SET agreement += {name: row.name, from: date(row.from), to: date(row.to)}
