// Remove these bars, which are written anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (:Account)-[bar:BARRED_FROM {id: row.id}]->(:Person)
USING INDEX SEEK bar:BARRED_FROM(id)
DELETE bar
