-- breaking: no
-- Lists of duties by whom they are owed by, and whether a rule has any of a state: neither is to be looked for among all.

CREATE INDEX duty_bearer ON duty (org_id, bearer, due_on, rule, subject, period) WHERE bearer IS NOT NULL;
CREATE INDEX duty_rule ON duty (org_id, rule, status, due_on, subject, period);
