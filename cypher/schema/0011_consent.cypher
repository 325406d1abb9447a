// Decisions about consent by the day on which they end, so that whoever works with the person can be reminded before.
CREATE INDEX consent_expiry IF NOT EXISTS FOR (node:Consent) ON (node.expires_at);
