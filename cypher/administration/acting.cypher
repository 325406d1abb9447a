// An active administrator with the agencies of their areas; nothing for anybody else.
// mode: read
// sight: none: agencies alone; an agency is of an area where it says so, or has confirmed work with a family there
// param account: string
// param today: date
// column account: string
// column agency: string
// column practitioner: string?
// column email: string?
// column areas: list<string>
// column kept: list<string>
// row: graph.administration.acting.Acting
// rows: one
MATCH (v:Account {id: $account, role: 'administrator', status: 'active'})-[:OF]->(own:Agency)
WHERE own.status <> 'suspended'
OPTIONAL MATCH (v)-[:ACTS_AS]->(vp:Practitioner)
WITH v, own, vp
WHERE vp IS NULL OR EXISTS {
  MATCH (vp)-[w:WORKS_FOR]->(own)
  WHERE (w.from IS NULL OR w.from <= $today) AND (w.to IS NULL OR $today < w.to)
}
WITH v, own, vp, coalesce(v.areas, []) AS areas
CALL (areas) {
  MATCH (a:Agency)
  WHERE areas <> [] AND (
    EXISTS { MATCH (a)-[:SERVES]->(area:Area) WHERE area.id IN areas }
    OR EXISTS {
      MATCH (a)<-[:WORKS_FOR]-(:Practitioner)-[i:INVOLVED_WITH {agency_id: a.id}]->(:Person)-[m:MEMBER_OF]->(f:Family)
      WHERE f.area IN areas AND i.confirmed
        AND (i.from IS NULL OR i.from <= $today) AND (i.to IS NULL OR $today < i.to)
        AND (m.from IS NULL OR m.from <= $today) AND (m.to IS NULL OR $today < m.to)
    })
  WITH a ORDER BY a.id
  RETURN collect(a.id) AS kept
}
RETURN v.id AS account, own.id AS agency, vp.id AS practitioner,
  toLower(coalesce(v.email, vp.email)) AS email, areas AS areas, kept AS kept
