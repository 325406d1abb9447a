// The code list of involvement types with the basis that each is usually on.
// mode: read
// sight: none: a code list
// column code: string
// column label: string
// column default_basis: string?
// column sensitive: boolean
// row: graph.recording.WorkType
// order: label, code
MATCH (type:InvolvementType)
RETURN type.code AS code, type.label AS label, type.default_basis AS default_basis,
  coalesce(type.sensitive, true) AS sensitive
ORDER BY label, code
