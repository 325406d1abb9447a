// Free the usernames of these accounts, so that two of them may swap.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (account:Account {id: row.id})
USING INDEX SEEK account:Account(id)
REMOVE account.username_key
