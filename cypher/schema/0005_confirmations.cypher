// What waits for somebody else: proposals, requests for emergency access, the privacy queue; and what people are told.
CREATE CONSTRAINT queue_item_id IF NOT EXISTS FOR (node:QueueItem) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT notice_id IF NOT EXISTS FOR (node:Notice) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT proposal_id IF NOT EXISTS FOR (node:Proposal) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT hold_id IF NOT EXISTS FOR (node:Hold) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT break_glass_request_id IF NOT EXISTS FOR (node:BreakGlassRequest) REQUIRE node.id IS UNIQUE;
CREATE INDEX queue_item_state IF NOT EXISTS FOR (node:QueueItem) ON (node.state, node.raised_at);
CREATE INDEX queue_item_about IF NOT EXISTS FOR (node:QueueItem) ON (node.about);
CREATE INDEX notice_account IF NOT EXISTS FOR (node:Notice) ON (node.account, node.told_at);
CREATE INDEX proposal_state IF NOT EXISTS FOR (node:Proposal) ON (node.state, node.made_at);
CREATE INDEX proposal_subject IF NOT EXISTS FOR (node:Proposal) ON (node.subject, node.state);
CREATE INDEX proposal_other IF NOT EXISTS FOR (node:Proposal) ON (node.other, node.state);
CREATE INDEX proposal_agency IF NOT EXISTS FOR (node:Proposal) ON (node.agency, node.state);
CREATE INDEX proposal_maker IF NOT EXISTS FOR (node:Proposal) ON (node.maker, node.state);
CREATE INDEX break_glass_request_account IF NOT EXISTS FOR (node:BreakGlassRequest) ON (node.account, node.state);
CREATE INDEX break_glass_request_code IF NOT EXISTS FOR (node:BreakGlassRequest) ON (node.code_key);
CREATE INDEX grant_expiry IF NOT EXISTS FOR (node:Grant) ON (node.kind, node.expires_at);
CREATE INDEX person_postcode IF NOT EXISTS FOR (node:Person) ON (node.postcode);
