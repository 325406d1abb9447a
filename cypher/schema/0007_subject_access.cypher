// Reports of what is held about a person, and what a privacy officer decided for each.
CREATE CONSTRAINT subject_access_report_id IF NOT EXISTS FOR (node:SubjectAccessReport) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT disclosure_decision_id IF NOT EXISTS FOR (node:DisclosureDecision) REQUIRE node.id IS UNIQUE;
CREATE INDEX subject_access_report_person IF NOT EXISTS FOR (node:SubjectAccessReport) ON (node.person, node.made_at);
CREATE INDEX disclosure_decision_report IF NOT EXISTS FOR (node:DisclosureDecision) ON (node.report);
CREATE INDEX queue_item_subject IF NOT EXISTS FOR (node:QueueItem) ON (node.subject);
CREATE INDEX proposal_other IF NOT EXISTS FOR (node:Proposal) ON (node.other);
CREATE INDEX break_glass_request_person IF NOT EXISTS FOR (node:BreakGlassRequest) ON (node.person);
