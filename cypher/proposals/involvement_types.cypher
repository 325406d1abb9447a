// The code list of involvement types.
// mode: read
// sight: none: a code list
// column code: string
// column label: string
// row: graph.own_involvement.InvolvementType
// order: label, code
MATCH (type:InvolvementType)
RETURN type.code AS code, type.label AS label
ORDER BY label, code
