// Put an item in the privacy queue; putting it there again changes nothing.
// mode: write
// sight: none: written by the transaction of the act it is about; read by privacy officers alone
// param item: map
// param now: datetime
OPTIONAL MATCH (:Account {id: $item.maker})-[:OF]->(agency:Agency)
MERGE (item:QueueItem {id: $item.id})
ON CREATE SET item.kind = $item.kind, item.maker = $item.maker, item.subject = $item.subject, item.note = $item.note,
  item.about = $item.about, item.raised_at = $now, item.state = 'open', item.agency = agency.id
