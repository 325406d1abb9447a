// Store involvement types.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MERGE (type:InvolvementType {code: row.code})
SET type += {label: row.label, sensitive: row.sensitive, always_findable: row.always_findable}
