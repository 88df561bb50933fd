-- breaking: no
-- Those who leave, by their last day: the list an officer follows up.

CREATE INDEX person_leaving_effective_on ON person_leaving (org_id, effective_on DESC, id DESC);
