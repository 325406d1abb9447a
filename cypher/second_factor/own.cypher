// The password and the second factor of an account, for the checks of its own page.
// mode: read
// sight: none: an account's own particulars
// param account: string
// column password_hash: string?
// column salt: string?
// column last_step: integer?
// column set_up_at: datetime?
// column recovery_codes_left: integer
// column email: string?
// row: graph.second_factor.Own
// rows: one
MATCH (v:Account {id: $account})
OPTIONAL MATCH (v)-[:ACTS_AS]->(p:Practitioner)
RETURN v.password_hash AS password_hash, v.second_factor_salt AS salt, v.second_factor_step AS last_step,
       v.second_factor_set_up_at AS set_up_at, size(coalesce(v.recovery_codes, [])) AS recovery_codes_left,
       coalesce(v.email, p.email) AS email
