// Let the practitioner of the sensitive service bear the surname of somebody whom an event shows.
MATCH (tyler:Person {id: 'x-tyler'})
MATCH (p:Practitioner {id: 'p-hidden'})
SET p.name = 'Hidden ' + tyler.family_name
