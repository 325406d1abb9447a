// Sign these accounts out where their password or role changes: a sign-in holds for what it was checked against.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.id})
USING INDEX SEEK account:Account(id)
WHERE account.role <> row.role OR coalesce(row.password_hash <> account.password_hash, row.password_hash IS NOT NULL)
MATCH (account)<-[:OF_ACCOUNT]-(session:Session)
DETACH DELETE session
