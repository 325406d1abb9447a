// Store agencies.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MERGE (agency:Agency {id: row.id})
SET agency += {name: row.name, kind: row.kind, sector: row.sector, status: row.status, phone: row.phone, email: row.email}
