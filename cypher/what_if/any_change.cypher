// Change something that nothing refers to, so that what follows is planned as after a supposition.
// mode: write
// sight: none: in a transaction that is always rolled back
// param id: string
CREATE (:Consent {id: $id})
