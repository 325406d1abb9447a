// Lets one administrator's change at a time go on, so that what it checked still holds when it writes.
// mode: write
// sight: none: no data, a lock
// param now: datetime
MERGE (lock:AdministrationLock {id: 'administration'})
SET lock.taken_at = $now
