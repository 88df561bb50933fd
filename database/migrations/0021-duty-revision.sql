-- breaking: no
-- The revision of its pack that read a duty: a settled duty keeps it, an open one goes over to the next (DECISIONS 5). No pack has had
-- more than one so far.

ALTER TABLE duty ADD COLUMN revision int NOT NULL DEFAULT 1;
