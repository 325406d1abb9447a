// Answer what somebody said, and show both to everybody or not.
// mode: write
// sight: none: feedback/board has decided in the same transaction that this account may answer
// param id: string
// param account: string
// param state: string
// param answer: string
// param happened: string?
// param shown: boolean
// param now: datetime
MATCH (idea:Idea {id: $id})
SET idea.state = $state, idea.answer = $answer, idea.happened = $happened, idea.shown = $shown,
  idea.answered_by = $account, idea.answered_at = $now
