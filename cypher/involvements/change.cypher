// Write what some involvements say now; a field that is null is taken away.
// mode: write
// sight: none: the transaction has decided that this account may change them
// param changes: list<map>
UNWIND $changes AS change
MATCH (:Practitioner)-[e:INVOLVED_WITH {id: change.id}]->(:Person)
USING INDEX SEEK e:INVOLVED_WITH(id)
SET e += change.facts
