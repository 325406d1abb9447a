// The trail's chains: a place of a lane holds one event. What auditors search the trail by; ids and codes stay whole words.
CREATE CONSTRAINT audit_place IF NOT EXISTS FOR (node:AuditEvent) REQUIRE (node.lane, node.place) IS UNIQUE;
CREATE INDEX audit_account IF NOT EXISTS FOR (node:AuditEvent) ON (node.account, node.at);
CREATE INDEX audit_kind IF NOT EXISTS FOR (node:AuditEvent) ON (node.kind, node.at);
CREATE INDEX person_postcode IF NOT EXISTS FOR (node:Person) ON (node.postcode);
// Filled in by the server in the background, so that nobody who looks waits for it; a search of the trail waits.
CREATE FULLTEXT INDEX audit_words IF NOT EXISTS FOR (node:AuditEvent)
ON EACH [node.subject, node.people, node.entries, node.objects, node.reasons]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true}};
