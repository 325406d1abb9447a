// Let nobody else change how a practitioner is reached until this transaction ends.
// mode: write
// sight: none: nothing is read, and the practitioner stays as they are
// param practitioner: string
MATCH (p:Practitioner {id: $practitioner})
SET p.held = true
REMOVE p.held
