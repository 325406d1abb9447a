-- A world while it is checked: its records, and the facts in them that other records are checked against.
-- `list` is the position in LOAD_ORDER, `place` the position in the file (the line, in JSON Lines); a fact without a
-- place is stored already.
CREATE TABLE record (number INTEGER PRIMARY KEY, list INTEGER, place INTEGER, id TEXT, body TEXT, state INTEGER);
CREATE TABLE reference (list INTEGER, place INTEGER, path TEXT, target INTEGER, id TEXT);
CREATE TABLE known (list INTEGER, id TEXT, PRIMARY KEY (list, id)) WITHOUT ROWID;
CREATE TABLE employment (practitioner TEXT, agency TEXT, begins TEXT, ends TEXT, place INTEGER);
CREATE TABLE involvement (
  id TEXT, practitioner TEXT, agency TEXT, person TEXT, begins TEXT, ends TEXT, lead INTEGER, broker TEXT, place INTEGER
);
CREATE TABLE account (id TEXT, username TEXT, practitioner TEXT, agency TEXT, place INTEGER);
CREATE TABLE nhs_number (number TEXT, person TEXT, place INTEGER);
CREATE TABLE parentage (id TEXT, parent TEXT, child TEXT, place INTEGER);
CREATE TABLE fault (list INTEGER, place INTEGER, path TEXT, message TEXT, whole INTEGER);
CREATE TABLE link (near TEXT, far TEXT);
CREATE TABLE asked (person TEXT PRIMARY KEY) WITHOUT ROWID;
