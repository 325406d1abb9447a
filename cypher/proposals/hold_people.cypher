// Let nobody else decide about these people until this transaction ends; sorted ids keep two such transactions from blocking each other.
// mode: write
// sight: none: nothing is read, and the people stay as they are
// param people: list<string>
UNWIND $people AS wanted
MATCH (x:Person {id: wanted})
SET x.held = true
REMOVE x.held
