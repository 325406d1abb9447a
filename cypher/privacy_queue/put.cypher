// Put items in the privacy queue; putting one there again changes nothing.
// mode: write
// sight: none: written by the transaction of the act it is about; read by privacy officers alone
// param items: list<map>
// param now: datetime
UNWIND $items AS given
OPTIONAL MATCH (:Account {id: given.maker})-[:OF]->(agency:Agency)
WITH given, head(collect(agency.id)) AS agency
MERGE (item:QueueItem {id: given.id})
ON CREATE SET item.kind = given.kind, item.maker = given.maker, item.subject = given.subject, item.note = given.note,
  item.about = given.about, item.people = given.people, item.raised_at = $now, item.state = 'open', item.agency = agency
