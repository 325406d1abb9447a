// Remove whom these practitioners work for, which is written anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (practitioner:Practitioner {id: row.id})-[work:WORKS_FOR]->(:Agency)
USING INDEX SEEK practitioner:Practitioner(id)
DELETE work
