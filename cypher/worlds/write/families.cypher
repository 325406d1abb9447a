// Store families, without their members.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MERGE (family:Family {id: row.id})
SET family += {name: row.name, area: row.area, programme: row.programme}
