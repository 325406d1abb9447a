// Store family links, each as the relationship of its kind.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MATCH (one:Person {id: row.from_person})
USING INDEX SEEK one:Person(id)
MATCH (other:Person {id: row.to_person})
USING INDEX SEEK other:Person(id)
CREATE (one)-[link:$(row.relationship) {id: row.id}]->(other)
SET link += {qualifier: row.qualifier, parental_responsibility: row.parental_responsibility, quality: row.quality,
  from: date(row.from), to: date(row.to)}
