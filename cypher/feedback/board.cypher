// A page of the board, newest first: what is shown to everybody, the account's own, and for those who answer all.
// mode: read
// sight: none: it is about Patchwork and names no family
// param account: string
// param only: string?
// param today: date
// param skip: integer
// param limit: integer
// column id: string
// column text: string
// column page: string?
// column given_at: datetime
// column state: string
// column shown: boolean
// column mine: boolean
// column answer: string?
// column happened: string?
// column answered_at: datetime?
// column may_answer: boolean
// column total: integer
// row: graph.feedback.Idea
// order: given_at, id
MATCH (v:Account {id: $account})
//! splice visibility/viewer
WITH v, coalesce(active AND v.role = 'administrator' AND size(v.areas) > 0, false) AS may_answer
CALL (v, may_answer) {
  MATCH (idea:Idea {shown: true}) RETURN idea
  UNION
  MATCH (idea:Idea {account: v.id}) RETURN idea
  UNION
  MATCH (idea:Idea {shown: false}) WHERE may_answer RETURN idea
}
WITH v, may_answer, idea WHERE $only IS NULL OR idea.id = $only
WITH v, may_answer, idea ORDER BY idea.given_at DESC, idea.id
WITH v, may_answer, collect(idea) AS ideas
UNWIND ideas[$skip..$skip + $limit] AS idea
RETURN idea.id AS id, idea.text AS text, idea.page AS page, idea.given_at AS given_at, idea.state AS state,
  idea.shown AS shown, idea.account = v.id AS mine, idea.answer AS answer, idea.happened AS happened,
  idea.answered_at AS answered_at, may_answer AS may_answer, size(ideas) AS total
ORDER BY given_at DESC, id
