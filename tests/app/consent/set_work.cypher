MATCH (:Person {id: $given.person})<-[work:INVOLVED_WITH {id: $given.involvement}]-(:Practitioner)
SET work.sensitive = $given.sensitive, work.type = $given.type
