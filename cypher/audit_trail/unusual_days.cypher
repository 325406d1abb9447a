// Accounts' days, and hours of searching, that are unusual as a whole: the last event of each, with why and how often.
// mode: read
// sight: none: ids, which audit_trail/describe gives to auditors alone
// param from: datetime
// param to: datetime
// param searches: integer
// param people: integer
// param first_hour: integer
// param last_hour: integer
// column id: string
// column at: datetime
// column why: string
// column times: integer
// row: graph.audit_unusual.UnusualDay
// order: at, id, why
CALL () {
  MATCH (event:AuditEvent)
  WHERE $from <= event.at AND event.at < $to AND event.kind = 'search' AND event.role IN ['practitioner', 'coordinator']
  WITH event.account AS account, datetime.truncate('hour', event.at) AS hour, event ORDER BY event.at
  WITH account, hour, collect(event) AS events
  WHERE size(events) >= $searches
  RETURN events[-1] AS last, 'MANY_SEARCHES' AS why, size(events) AS times
  UNION ALL
  MATCH (event:AuditEvent)
  WHERE $from <= event.at AND event.at < $to AND event.kind IN ['team', 'search', 'open', 'break_glass']
    AND event.role IN ['practitioner', 'coordinator']
  WITH event, datetime({datetime: event.at, timezone: 'Europe/London'}) AS local ORDER BY event.at
  WITH event.account AS account, date(local) AS day, collect(event) AS events, collect(event.people) AS shown
  WITH events, size(COLLECT { UNWIND shown AS people UNWIND people AS person RETURN DISTINCT person }) AS times
  WHERE times >= $people
  RETURN events[-1] AS last, 'MANY_PEOPLE' AS why, times AS times
  UNION ALL
  MATCH (event:AuditEvent)
  WHERE $from <= event.at AND event.at < $to AND event.kind IN ['team', 'search', 'open', 'break_glass']
    AND event.role IN ['practitioner', 'coordinator']
  WITH event, datetime({datetime: event.at, timezone: 'Europe/London'}) AS local ORDER BY event.at
  WHERE local.hour < $first_hour OR local.hour >= $last_hour OR local.dayOfWeek >= 6
  WITH event.account AS account, date(local) AS day, collect(event) AS events
  RETURN events[-1] AS last, 'OUT_OF_HOURS' AS why, size(events) AS times
}
RETURN last.id AS id, last.at AS at, why AS why, times AS times
ORDER BY at DESC, id DESC, why
