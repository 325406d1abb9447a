// The areas with these ids, by name.
// mode: read
// sight: none: areas alone
// param areas: list<string>
// column id: string
// column name: string
// row: graph.administration.acting.AreaName
// order: name, id
MATCH (area:Area)
WHERE area.id IN $areas
RETURN area.id AS id, area.name AS name
ORDER BY name, id
