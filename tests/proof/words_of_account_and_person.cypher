MATCH (v:Account)
WHERE v.id IN $accounts
//! splice visibility/viewer
MATCH (x:Person)
WHERE split(x.id, '-')[0] = split(v.id, '-')[0]
//! splice visibility/person
RETURN v.id AS account, x.id AS person, identity AS identity, {
  active: active, live: live, standing: standing, agreements: [agreement IN agreements | agreement.id],
  plain_types: plain_types, findable_types: findable_types, decisions: decisions, direct: direct, around: around,
  opened: opened, broken: broken, coordinates: coordinates, shut: shut, barred: barred
} AS words
