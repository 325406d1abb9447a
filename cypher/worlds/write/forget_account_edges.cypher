// Part these accounts from their agencies and practitioners, whom they are joined to anew.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.id})-[edge:OF|ACTS_AS]->()
USING INDEX SEEK account:Account(id)
DELETE edge
