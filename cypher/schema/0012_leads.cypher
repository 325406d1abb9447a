// Requests to take over the lead, which wait for the present lead or for two working days.
CREATE CONSTRAINT lead_request_id IF NOT EXISTS FOR (node:LeadRequest) REQUIRE node.id IS UNIQUE;
CREATE INDEX lead_request_due IF NOT EXISTS FOR (node:LeadRequest) ON (node.state, node.due_at);
CREATE INDEX lead_request_person IF NOT EXISTS FOR (node:LeadRequest) ON (node.person, node.state);
