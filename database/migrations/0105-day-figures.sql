-- breaking: no
-- How far each instrument was at the end of each closed day, so that a year's curve is a walk along one index and not a year of evaluations.
-- Null where fewer than five persons would stand behind a number. Days closed earlier have none.
CREATE TABLE duty_day (
  org_id text COLLATE "C" NOT NULL,
  day date NOT NULL,
  instrument text COLLATE "C" NOT NULL,
  owed int,
  settled int,
  PRIMARY KEY (org_id, day, instrument)
);
ALTER TABLE duty_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON duty_day USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON duty_day TO sallyport_app;
