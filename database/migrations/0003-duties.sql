-- breaking: no
-- Duties as they stand, and every change they went through on both clocks (DECISIONS 3, 4, 7).

CREATE TABLE duty (
  org_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  -- '-infinity' where the duty does not recur: a key has no nulls.
  period date NOT NULL,
  -- Place in the list of statuses (packages/core/src/law/rule.ts).
  status smallint NOT NULL,
  -- Days since 1970, or microseconds where the rule counts instants.
  due bigint,
  closes bigint,
  met_on bigint,
  evidence text[] COLLATE "C" NOT NULL,
  bearer text COLLATE "C",
  assignee text COLLATE "C",
  next_change bigint,
  PRIMARY KEY (org_id, rule, subject, period)
);
CREATE INDEX duty_next_change ON duty (org_id, rule, next_change) WHERE next_change IS NOT NULL;
CREATE INDEX duty_subject ON duty (org_id, subject);
CREATE INDEX duty_assignee ON duty (org_id, assignee) WHERE assignee IS NOT NULL;
CREATE INDEX duty_status_due ON duty (org_id, status, due);
ALTER TABLE duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON duty TO sallyport_app;

CREATE TABLE duty_change (
  org_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period date NOT NULL,
  -- When it became so (a moment of the duty's clock, as microseconds) and when we learnt it.
  effective bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- Null: the duty is no longer there at all.
  status smallint,
  due bigint,
  met_on bigint,
  evidence text[] COLLATE "C" NOT NULL,
  cause text COLLATE "C" NOT NULL CHECK (cause IN ('fact', 'clock', 'revision', 'setting', 'waiver', 'erasure')),
  PRIMARY KEY (org_id, rule, subject, period, recorded_at, id)
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

-- What generated SQL counts working days with (packages/core/src/feel/sql-functions.ts); the same for every organisation.
CREATE TABLE calendar_day (calendar text NOT NULL, day date NOT NULL, ordinal int NOT NULL, PRIMARY KEY (calendar, day));
CREATE TABLE calendar_working_day (calendar text NOT NULL, ordinal int NOT NULL, day date NOT NULL, PRIMARY KEY (calendar, ordinal));
GRANT SELECT ON calendar_day, calendar_working_day TO sallyport_app;
