// E-mail addresses that wait to be confirmed; agencies that remind, and accounts that want a digest.
CREATE CONSTRAINT email_change_id IF NOT EXISTS FOR (node:EmailChange) REQUIRE node.id IS UNIQUE;
CREATE INDEX email_change_of IF NOT EXISTS FOR (node:EmailChange) ON (node.of);
CREATE INDEX agency_asks_every IF NOT EXISTS FOR (node:Agency) ON (node.asks_every);
CREATE INDEX account_digest IF NOT EXISTS FOR (node:Account) ON (node.digest);
