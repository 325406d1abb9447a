// What a record said before somebody changed it.
CREATE CONSTRAINT former_id IF NOT EXISTS FOR (node:Former) REQUIRE node.id IS UNIQUE;
CREATE INDEX former_of IF NOT EXISTS FOR (node:Former) ON (node.of, node.changed_at);
