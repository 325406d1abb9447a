// Whether a group's go-live is known, and where it stands.
// mode: read
// sight: none: a word about an id
// param id: string
// column status: string
// row: graph.administration.go_lives.GoLiveStatus
// rows: one
MATCH (g:GoLive {id: $id})
RETURN g.status AS status
