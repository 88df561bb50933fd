-- breaking: no
-- What Today counts is read from an index alone, for the whole organisation and for some of its units: a row of the table is read for what
-- is shown, not for what is counted.

CREATE INDEX duty_status_counted ON duty (org_id, status, due_on, rule, subject, period) INCLUDE (person);
DROP INDEX duty_status;
ALTER INDEX duty_status_counted RENAME TO duty_status;

CREATE INDEX duty_unit_counted ON duty (org_id, unit, due_on, rule, subject, period) INCLUDE (status, person) WHERE unit IS NOT NULL;
DROP INDEX duty_unit;
ALTER INDEX duty_unit_counted RENAME TO duty_unit;
