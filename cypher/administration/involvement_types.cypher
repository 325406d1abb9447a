// Every involvement type, by label.
// mode: read
// sight: none: a code list
// column code: string
// column label: string
// column sensitive: boolean
// column always_findable: boolean
// column default_basis: string?
// column administered_at: datetime?
// row: graph.administration.involvement_types.InvolvementType
// order: label, code
MATCH (type:InvolvementType)
RETURN type.code AS code, type.label AS label, coalesce(type.sensitive, true) AS sensitive,
  coalesce(type.always_findable, false) AS always_findable, type.default_basis AS default_basis,
  type.administered_at AS administered_at
ORDER BY label, code
