// Mails that wait to be sent, and invitations to an account.
CREATE CONSTRAINT message_id IF NOT EXISTS FOR (node:Message) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT invitation_id IF NOT EXISTS FOR (node:Invitation) REQUIRE node.id IS UNIQUE;
CREATE INDEX message_next_attempt IF NOT EXISTS FOR (node:Message) ON (node.next_attempt_at);
CREATE INDEX message_queued IF NOT EXISTS FOR (node:Message) ON (node.queued_at);
CREATE INDEX invitation_expiry IF NOT EXISTS FOR (node:Invitation) ON (node.expires_at);
