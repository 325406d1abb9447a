// The sharing agreements in force, for a choice.
// mode: read
// sight: none: agreements between agencies are no secret
// param today: date
// column id: string
// column name: string
// row: graph.what_if.AgreementChoice
// order: name, id
MATCH (agreement:Agreement)
WHERE (agreement.from IS NULL OR agreement.from <= $today) AND (agreement.to IS NULL OR $today < agreement.to)
RETURN agreement.id AS id, agreement.name AS name
ORDER BY name, id
