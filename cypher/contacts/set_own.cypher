// Write how a practitioner is reached.
// mode: write
// sight: none: an account's own particulars
// param account: string
// param contacts: map
MATCH (v:Account {id: $account})-[:ACTS_AS]->(p:Practitioner)
SET p += $contacts
