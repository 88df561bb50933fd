-- breaking: no
-- A carrier's movement is written down when it is planned, so that its gate is there before the act. Of those written down before,
-- nothing else is known than that they happened.

ALTER TABLE fact_movement ADD COLUMN "planned_on" date, ADD COLUMN "moves_on" date;
UPDATE fact_movement SET planned_on = happened_on;
