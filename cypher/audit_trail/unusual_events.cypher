// Events between two instants that are unusual by themselves, newest first, each with the codes of why.
// mode: read
// sight: none: ids, which audit_trail/describe gives to auditors alone
// param from: datetime
// param to: datetime
// param limit: integer
// column id: string
// column at: datetime
// column why: list<string>
// row: graph.audit_unusual.UnusualEvent
// order: event.at, event.id
// Nobody's address is kept but a client's: an account's own address is that of a person who bears the practitioner's name.
MATCH (event:AuditEvent)
WHERE $from <= event.at AND event.at < $to
  AND event.kind IN ['team', 'open', 'break_glass', 'ask_break_glass', 'sign_in_throttled', 'search_budget_exceeded']
OPTIONAL MATCH (:Account {id: event.account})-[:ACTS_AS]->(vp:Practitioner)
OPTIONAL MATCH (x:Person {id: event.subject})
WITH event, vp, x, toLower(split(trim(vp.name), ' ')[-1]) AS surname
WITH event,
  CASE WHEN EXISTS {
    UNWIND coalesce(event.people, []) AS id
    MATCH (seen:Person {id: id})
    WHERE toLower(seen.family_name) = surname
  } THEN ['OWN_SURNAME'] ELSE [] END +
  CASE WHEN x.postcode IS NOT NULL AND EXISTS {
    MATCH (neighbour:Person {postcode: x.postcode})
    WHERE toLower(neighbour.given_name + ' ' + neighbour.family_name) = toLower(vp.name)
  } THEN ['OWN_ADDRESS'] ELSE [] END +
  CASE WHEN event.kind = 'team' AND any(one IN event.through WHERE one IN ['opened', 'broken'])
    AND none(one IN event.through WHERE one IN ['around', 'coordinates']) THEN ['NO_INVOLVEMENT'] ELSE [] END +
  CASE WHEN event.kind IN ['break_glass', 'ask_break_glass'] THEN ['BREAK_GLASS'] ELSE [] END +
  CASE WHEN event.kind = 'sign_in_throttled' THEN ['THROTTLED'] ELSE [] END +
  CASE WHEN event.kind = 'search_budget_exceeded' THEN ['MANY_SEARCHES'] ELSE [] END AS why
WHERE size(why) > 0
RETURN event.id AS id, event.at AS at, why AS why
ORDER BY event.at DESC, event.id DESC
LIMIT $limit
