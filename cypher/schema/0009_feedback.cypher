// What people say of Patchwork, and whether it helped them: no family is named in either.
CREATE CONSTRAINT idea_id IF NOT EXISTS FOR (node:Idea) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT usefulness_id IF NOT EXISTS FOR (node:Usefulness) REQUIRE node.id IS UNIQUE;
CREATE INDEX idea_shown IF NOT EXISTS FOR (node:Idea) ON (node.shown, node.given_at);
CREATE INDEX idea_account IF NOT EXISTS FOR (node:Idea) ON (node.account, node.given_at);
CREATE INDEX usefulness_week IF NOT EXISTS FOR (node:Usefulness) ON (node.week);
