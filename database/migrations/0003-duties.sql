-- breaking: no
-- Duties as they stand, and every change they went through on both clocks (DECISIONS 3, 4, 7).
-- Moments are microseconds since 1970, so that a change is stamped to the microsecond after the end of a day.

CREATE TABLE duty (
  org_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  -- '-infinity' where the duty does not recur: a key has no nulls.
  period date NOT NULL,
  -- Place in the list of statuses (packages/core/src/law/schema.ts).
  status smallint NOT NULL,
  -- Days since 1970, or microseconds where the rule counts instants.
  due bigint,
  closes bigint,
  met_on bigint,
  evidence text[] COLLATE "C" NOT NULL,
  bearer text COLLATE "C",
  assignee text COLLATE "C",
  next_change bigint,
  -- The civil day of `due`, 'infinity' where there is none: one order for both clocks.
  due_on date NOT NULL,
  -- Where the duty lies, by the relations of its subject, so that a list is limited to units and persons by an index.
  person text COLLATE "C",
  unit text COLLATE "C",
  -- The number of its last change.
  version int NOT NULL,
  PRIMARY KEY (org_id, rule, subject, period)
);
CREATE INDEX duty_next_change ON duty (org_id, rule, next_change) WHERE next_change IS NOT NULL;
CREATE INDEX duty_subject ON duty (org_id, subject, due_on, rule, period);
CREATE INDEX duty_due ON duty (org_id, due_on, rule, subject, period);
CREATE INDEX duty_status ON duty (org_id, status, due_on, rule, subject, period);
CREATE INDEX duty_unit ON duty (org_id, unit, due_on, rule, subject, period) WHERE unit IS NOT NULL;
CREATE INDEX duty_person ON duty (org_id, person, due_on, rule, subject, period) WHERE person IS NOT NULL;
CREATE INDEX duty_assignee ON duty (org_id, assignee, due_on, rule, subject, period) WHERE assignee IS NOT NULL;
ALTER TABLE duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON duty TO sallyport_app;

CREATE TABLE duty_change (
  org_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period date NOT NULL,
  version int NOT NULL,
  -- When it became so, and when we learnt it. What time alone changes is known the moment it happens, whenever the program looks.
  effective bigint NOT NULL,
  recorded_at bigint NOT NULL,
  -- Null: the duty is no longer there at all.
  status smallint,
  due bigint,
  met_on bigint,
  evidence text[] COLLATE "C" NOT NULL,
  cause text COLLATE "C" NOT NULL CHECK (cause IN ('fact', 'clock', 'revision', 'setting', 'waiver', 'erasure')),
  PRIMARY KEY (org_id, rule, subject, period, version)
);
CREATE INDEX duty_change_recorded_at ON duty_change (org_id, recorded_at);
ALTER TABLE duty_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty_change USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON duty_change TO sallyport_app;

-- Two actions that touch one subject settle it one after the other (DECISIONS 7): without it a duty may stay wrong for ever.
CREATE TABLE subject_lock (
  org_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, kind, subject)
);
ALTER TABLE subject_lock ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON subject_lock USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON subject_lock TO sallyport_app;

-- Subjects whose duties are to be computed again by a job: too many for one action. Until then figures say since when.
CREATE TABLE duty_recompute (
  org_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  cause text COLLATE "C" NOT NULL CHECK (cause IN ('fact', 'clock', 'revision', 'setting', 'waiver', 'erasure')),
  since bigint NOT NULL,
  PRIMARY KEY (org_id, kind, subject)
);
CREATE INDEX duty_recompute_since ON duty_recompute (org_id, since);
ALTER TABLE duty_recompute ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty_recompute USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON duty_recompute TO sallyport_app;

-- How far time has been carried into an organisation's duties, by which law, and the last day that was closed in the journal.
CREATE TABLE duty_clock (
  org_id text COLLATE "C" NOT NULL PRIMARY KEY,
  carried_to bigint NOT NULL,
  closed_day date,
  law text COLLATE "C" NOT NULL
);
ALTER TABLE duty_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty_clock USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON duty_clock TO sallyport_app;

-- The secret that the leaves of a closed day were salted with: a row of that day is proved with it. It never leaves the house.
CREATE TABLE day_secret (
  org_id text COLLATE "C" NOT NULL,
  day date NOT NULL,
  secret bytea NOT NULL,
  PRIMARY KEY (org_id, day)
);
ALTER TABLE day_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON day_secret USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON day_secret TO sallyport_app;

-- What generated SQL counts working days with (packages/core/src/feel/sql-functions.ts); the same for every organisation.
CREATE TABLE calendar_day (calendar text NOT NULL, day date NOT NULL, ordinal int NOT NULL, PRIMARY KEY (calendar, day));
CREATE TABLE calendar_working_day (calendar text NOT NULL, ordinal int NOT NULL, day date NOT NULL, PRIMARY KEY (calendar, ordinal));
GRANT SELECT ON calendar_day, calendar_working_day TO sallyport_app;
