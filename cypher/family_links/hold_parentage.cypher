// Let nobody else add a parent until this transaction ends: two additions at once could close a circle that neither sees.
// mode: write
// sight: none: nothing is read
MERGE (hold:Hold {id: 'parentage'})
SET hold.id = 'parentage'
