-- breaking: no
-- Trips: what of a plan no rule reads, the trail of what was done and decided, and who decides as what (docs/decisions/0078).

CREATE TABLE trip_plan (
  org_id text COLLATE "C" NOT NULL,
  trip text COLLATE "C" NOT NULL,
  -- The person who drafted it: a traveller, or somebody for them.
  filed_by text COLLATE "C",
  -- Of each leg by its order: zone, kind of host, meetings. Of each thing carried: what it is.
  legs jsonb,
  items jsonb,
  communications text,
  copied_from text COLLATE "C",
  drafted_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, trip)
);
CREATE INDEX trip_plan_filed_by ON trip_plan (org_id, filed_by);
ALTER TABLE trip_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON trip_plan USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON trip_plan TO sallyport_app;

-- Only added to.
CREATE TABLE trip_trail (
  org_id text COLLATE "C" NOT NULL,
  trip text COLLATE "C" NOT NULL,
  number int NOT NULL,
  act text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  account text COLLATE "C",
  on_day date NOT NULL,
  at timestamptz NOT NULL,
  -- Roles and travellers, with the approval that was recorded for each and the rules that asked for it.
  steps jsonb NOT NULL DEFAULT '[]',
  verdict text COLLATE "C" CHECK (verdict IN ('agreed', 'conditions', 'refused')),
  -- The digest of what was seen of the plan.
  seen text COLLATE "C",
  reason text COLLATE "C",
  until_day date,
  said text,
  PRIMARY KEY (org_id, trip, number)
);
ALTER TABLE trip_trail ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON trip_trail USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, account, said) ON trip_trail TO sallyport_app;

CREATE TABLE trip_step_holder (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  -- The unit and all under it; null for the whole organisation.
  unit text COLLATE "C",
  person text COLLATE "C" NOT NULL,
  -- The other of two (AB角): decides where the first travels or is away.
  deputy boolean NOT NULL,
  from_on date NOT NULL,
  until_on date,
  named_by text COLLATE "C",
  named_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX trip_step_holder_person ON trip_step_holder (org_id, person);
CREATE INDEX trip_step_holder_role ON trip_step_holder (org_id, role);
ALTER TABLE trip_step_holder ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON trip_step_holder USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON trip_step_holder TO sallyport_app;

-- The list of trips, the newest first.
CREATE INDEX fact_trip_happened_on ON fact_trip (org_id, happened_on DESC, id DESC);
