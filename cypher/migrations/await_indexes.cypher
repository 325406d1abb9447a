// Wait until every index can be used.
// mode: read
// sight: none: the schema holds nobody's data
CALL db.awaitIndexes(300)
