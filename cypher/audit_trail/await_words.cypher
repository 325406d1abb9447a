// Wait until the server has put every event that is committed into the index of the trail's words.
// mode: read
// sight: none: an index, no data
CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()
