MATCH (:Account {id: 'acc-ellie'})-[:ACTS_AS]->(ellie:Practitioner)
MATCH (leo:Person {id: 'x-leo'})
MATCH (neil:Person {id: 'x-neil'})
SET ellie.name = 'Ellie Marsh', leo.postcode = 'ZZ1 1ZZ',
  neil.given_name = 'Ellie', neil.family_name = 'Marsh', neil.postcode = 'ZZ1 1ZZ'
