// An administrator's own agency: its duty contact, an address of it that waits to be confirmed, and how often it asks whether work still holds.
// mode: read
// sight: none: the own agency alone
// param agency: string
// param now: datetime
// column id: string
// column name: string
// column phone: string?
// column email: string?
// column asks_every: integer?
// column waiting_email: string?
// column asked_in: string?
// row: graph.administration.own_agency.OwnAgency
// rows: one
MATCH (a:Agency {id: $agency})
WITH a, head(COLLECT {
  MATCH (waits:EmailChange {of: a.id})
  WHERE waits.used_at IS NULL AND waits.expires_at > $now
  RETURN waits ORDER BY waits.asked_at DESC, waits.id
}) AS waits
RETURN a.id AS id, a.name AS name, a.phone AS phone, a.email AS email, a.asks_every AS asks_every,
  waits.email AS waiting_email, waits.asked_in AS asked_in
