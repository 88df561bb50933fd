-- breaking: no
-- Who was named to act on a duty (a fact of the register), who was reminded of one, and the views that somebody keeps of the list.

CREATE TABLE fact_duty_assignment (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "period" date,
  "person" text COLLATE "C",
  "assigned_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
-- One for each duty: who is named next takes the place of who was before.
CREATE UNIQUE INDEX fact_duty_assignment_by_duty ON fact_duty_assignment (org_id, rule, subject, (coalesce(period, DATE '-infinity')));
CREATE INDEX fact_duty_assignment_by_person ON fact_duty_assignment (org_id, "person", happened_on, id);
CREATE INDEX fact_duty_assignment_by_organisation ON fact_duty_assignment (org_id, "organisation", happened_on, id);
CREATE INDEX fact_duty_assignment_by_day ON fact_duty_assignment (org_id, happened_on, id);
ALTER TABLE fact_duty_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_duty_assignment USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_duty_assignment TO sallyport_app;

CREATE TABLE duty_reminder (
  org_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period date NOT NULL,
  account text COLLATE "C" NOT NULL,
  reminded_on date NOT NULL,
  PRIMARY KEY (org_id, rule, subject, period, account)
);
CREATE INDEX duty_reminder_account ON duty_reminder (org_id, account, reminded_on);
ALTER TABLE duty_reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty_reminder USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON duty_reminder TO sallyport_app;

CREATE TABLE duty_view (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  search jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX duty_view_of_account ON duty_view (org_id, account, name);
ALTER TABLE duty_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty_view USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON duty_view TO sallyport_app;
