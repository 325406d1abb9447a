// Remove the signatures of these agreements, which are written anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (:Agency)-[signed:SIGNED]->(agreement:Agreement {id: row.id})
USING INDEX SEEK agreement:Agreement(id)
DELETE signed
