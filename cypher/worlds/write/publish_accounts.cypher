// Give the accounts of a long import their status, now that it is complete.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
MATCH (account:Account)
WHERE account.pending_status IS NOT NULL
SET account.status = account.pending_status
REMOVE account.pending_status
