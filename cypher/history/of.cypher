// What some records said before each change, the newest first; the callers decide who may read it.
// mode: read
// sight: none: the caller has asked the fragment about these records in the same transaction
// param records: list<string>
// column id: string
// column kind: string
// column of: string
// column said: string
// column changed_by: string
// column changed_at: datetime
// row: graph.history.StoredFormer
// order: changed_at, id
UNWIND $records AS record
MATCH (former:Former {of: record})
RETURN former.id AS id, former.kind AS kind, former.of AS of, former.said AS said,
  former.changed_by AS changed_by, former.changed_at AS changed_at
ORDER BY changed_at DESC, id
