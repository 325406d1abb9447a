// What administrators keep besides the records themselves: role changes that wait, groups that go live on a date, and the node that orders their changes.
CREATE CONSTRAINT role_change_id IF NOT EXISTS FOR (node:RoleChange) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT go_live_id IF NOT EXISTS FOR (node:GoLive) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT administration_lock_id IF NOT EXISTS FOR (node:AdministrationLock) REQUIRE node.id IS UNIQUE;
CREATE INDEX go_live_due IF NOT EXISTS FOR (node:GoLive) ON (node.status, node.on);
