-- Made once the file is read: a table without them fills faster.
CREATE INDEX record_list ON record (list);
CREATE INDEX record_id ON record (list, id, place);
CREATE INDEX reference_id ON reference (target, id);
CREATE INDEX employment_practitioner ON employment (practitioner, agency);
CREATE INDEX involvement_practitioner ON involvement (practitioner);
CREATE INDEX involvement_lead ON involvement (person) WHERE lead;
CREATE INDEX account_username ON account (username);
CREATE INDEX account_practitioner ON account (practitioner, agency);
CREATE INDEX nhs_number_number ON nhs_number (number);
CREATE INDEX parentage_parent ON parentage (parent);
CREATE INDEX parentage_child ON parentage (child);
CREATE INDEX link_near ON link (near);
CREATE INDEX link_far ON link (far);
