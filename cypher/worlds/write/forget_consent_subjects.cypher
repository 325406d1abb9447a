// Part these decisions about consent from their people, whom they are joined to anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (consent:Consent {id: row.id})-[about:ABOUT]->(:Person)
USING INDEX SEEK consent:Consent(id)
DELETE about
