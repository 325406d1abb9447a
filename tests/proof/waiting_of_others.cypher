MATCH (maker:Account {id: $given.maker})-[:OF]->(agency:Agency)
UNWIND range(1, 2) AS number
CREATE (:Proposal {
  id: 'proposal-' + number, kind: 'own_involvement', maker: maker.id, subject: $given.person, agency: agency.id,
  state: 'waiting', made_at: $given.now
})
CREATE (:BreakGlassRequest {
  id: 'request-' + number, account: maker.id, agency: agency.id, person: $given.person, code: 'harm', note: 'A call',
  code_key: 'key-' + number, state: 'pending', asked_at: $given.now, lapses_at: $given.now + duration({hours: 12})
})
CREATE (:FamilyMove {
  id: 'move-' + number, source: 'gone', target: 'gone', people: [$given.person], made_by: maker.id, made_at: $given.now
})
