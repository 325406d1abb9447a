// Where a role change stands.
// mode: read
// sight: none: a word about an id that the administrator's own form made
// param id: string
// column status: string
// row: graph.administration.role_changes.RoleChangeStatus
// rows: one
MATCH (c:RoleChange {id: $id})
RETURN c.status AS status
