UNWIND $rows AS row
MATCH (v:Account {id: row.account})-[:OF]->(va:Agency)
MATCH (x:Person {id: row.person})
WITH v, va, x, row.identity AS identity, row.words AS words,
  head([(v)-[:ACTS_AS]->(practitioner:Practitioner) | practitioner]) AS vp,
  COLLECT { MATCH (agreement:Agreement) WHERE agreement.id IN row.words.agreements RETURN agreement } AS agreements
WITH *, words.active AS active, words.live AS live, words.standing AS standing, words.plain_types AS plain_types,
  words.findable_types AS findable_types, words.decisions AS decisions, words.direct AS direct,
  words.around AS around, words.opened AS opened, words.broken AS broken, words.coordinates AS coordinates,
  words.shut AS shut, words.barred AS barred
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  RETURN collect({involvement: e.id, level: level, reasons: reasons, blockers: blockers}) AS decided
}
RETURN v.id AS account, x.id AS person, identity AS identity, decided AS decided
