MATCH (item:QueueItem)
RETURN item.kind AS kind, item.maker AS maker, item.subject AS subject, item.note AS note, item.people AS people, item.state AS state
ORDER BY item.id
