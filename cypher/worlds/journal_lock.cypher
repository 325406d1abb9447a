// Keep every other import waiting until this transaction ends.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
MERGE (journal:Import {id: 'journal'})
SET journal.id = 'journal'
