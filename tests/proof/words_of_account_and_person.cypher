MATCH (v:Account)
WHERE v.id IN $accounts
//! splice visibility/viewer
MATCH (x:Person)
WHERE split(x.id, '-')[0] = split(v.id, '-')[0]
//! splice visibility/person
RETURN v.id AS account, x.id AS person, identity AS identity, {
  active: active, live: live, standing: standing, agreements: [agreement IN agreements | agreement.id],
  plain_types: [code IN plain_types WHERE split(code, '-')[0] = split(v.id, '-')[0]],
  findable_types: [code IN findable_types WHERE split(code, '-')[0] = split(v.id, '-')[0]], decisions: decisions, direct: direct, around: around,
  opened: opened, broken: broken, coordinates: coordinates, shut: shut, barred: barred
} AS words
