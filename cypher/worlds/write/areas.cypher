// Store areas.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MERGE (area:Area {id: row.id})
SET area.name = row.name
