// Members who moved between families, and records that were merged into another of the same person.
CREATE CONSTRAINT family_move_id IF NOT EXISTS FOR (node:FamilyMove) REQUIRE node.id IS UNIQUE;
CREATE INDEX family_move_source IF NOT EXISTS FOR (node:FamilyMove) ON (node.source, node.made_at);
CREATE INDEX family_move_target IF NOT EXISTS FOR (node:FamilyMove) ON (node.target, node.made_at);
CREATE CONSTRAINT merged_record_id IF NOT EXISTS FOR (node:MergedRecord) REQUIRE node.id IS UNIQUE;
CREATE INDEX notice_person IF NOT EXISTS FOR (node:Notice) ON (node.person);
