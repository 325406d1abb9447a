// Part these decisions about consent from their people, whom they are joined to anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (:Consent {id: row.id})-[about:ABOUT]->(:Person)
DELETE about
