MATCH (v:Account)
WHERE v.id IN $accounts
//! splice visibility/viewer
MATCH (x:Person)
WHERE split(x.id, '-')[0] = split(v.id, '-')[0]
//! splice visibility/person
CALL (*) {
  MATCH (x)<-[e:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: e.agency_id})
  //! splice visibility/involvement
  RETURN collect({involvement: e.id, level: level, reasons: reasons, blockers: blockers}) AS decided
}
RETURN v.id AS account, x.id AS person, identity AS identity, decided AS decided
