// Note how far a long import is; as the first statement of an import, it keeps a second one waiting.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param file_hash: string?
// param position: integer?
// param records: integer?
// param run: string?
MERGE (journal:Import {id: 'journal'})
SET journal += {file_hash: $file_hash, position: $position, records: $records, run: $run}
