// Keep what somebody says of Patchwork; the same id again changes nothing.
// mode: write
// sight: none: it is about Patchwork and names no family
// param id: string
// param account: string
// param text: string
// param page: string?
// param now: datetime
MERGE (idea:Idea {id: $id})
ON CREATE SET idea.account = $account, idea.text = $text, idea.page = $page, idea.given_at = $now,
  idea.state = 'waiting', idea.shown = false
