// The journal of a long import that was begun and not finished; its file is empty where there is none.
// mode: read
// sight: none: an operator's import and export, which need the whole graph
// column file_hash: string?
// column position: integer?
// column records: integer?
// column run: string?
// row: graph.worlds.journal.Journal
// rows: one
MATCH (journal:Import {id: 'journal'})
RETURN journal.file_hash AS file_hash, journal.position AS position, journal.records AS records, journal.run AS run
