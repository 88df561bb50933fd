-- breaking: no
-- The list of accounts asks for each whether it has a subject at a provider; so does whatever one account unlinks.
CREATE INDEX account_subject_account ON account_subject (org_id, account);
