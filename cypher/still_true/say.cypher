// Write what somebody said of an involvement, and forget that it was asked about.
// mode: write
// sight: none: written after still_true/held has decided in the same transaction
// param involvement: string
// param said: map
MATCH (p:Practitioner)-[e:INVOLVED_WITH {id: $involvement}]->(x:Person)
USING INDEX SEEK e:INVOLVED_WITH(id)
SET e += $said
REMOVE e.asked_on, e.asked_again_on, e.unanswered_on
