// Part these grants from their accounts and people, whom they are joined to anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (grant:Grant {id: row.id})-[edge:HOLDS|FOR]-()
USING INDEX SEEK grant:Grant(id)
DELETE edge
