-- breaking: no
-- Steps of trips that wait: when whoever holds them was reminded, and when a late one went to the security officer (docs/decisions/0090).

CREATE TABLE trip_step_wait (
  org_id text COLLATE "C" NOT NULL,
  trip text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  -- Since when it waits: a step that came to wait anew is another wait.
  since_on date NOT NULL,
  reminded_on date NOT NULL,
  escalated_on date,
  PRIMARY KEY (org_id, trip, role)
);
ALTER TABLE trip_step_wait ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON trip_step_wait USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON trip_step_wait TO sallyport_app;

-- The day on which an account was last reminded: one letter a day, however many steps wait.
CREATE TABLE trip_reminded (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  on_day date NOT NULL,
  PRIMARY KEY (org_id, account)
);
ALTER TABLE trip_reminded ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON trip_reminded USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON trip_reminded TO sallyport_app;

-- What was handed in and is not approved yet, in order.
CREATE INDEX fact_trip_waiting ON fact_trip (org_id, id)
  WHERE submitted_on IS NOT NULL AND approved_on IS NULL AND cancelled_on IS NULL AND closed_on IS NULL;
