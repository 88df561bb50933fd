-- breaking: no
-- The pool of devices lent for journeys, what was done with each, and what a trip carries that bears secrets (docs/decisions/0098).

CREATE TABLE fact_carried_item (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "trip" text COLLATE "C" NOT NULL,
  "copy" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "listed_on" date,
  "left_out_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, "trip") REFERENCES fact_trip (org_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (org_id, "copy") REFERENCES fact_copy (org_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX fact_carried_item_by_trip ON fact_carried_item (org_id, "trip", happened_on, id);
CREATE INDEX fact_carried_item_by_copy ON fact_carried_item (org_id, "copy", happened_on, id);
CREATE INDEX fact_carried_item_by_day ON fact_carried_item (org_id, happened_on, id);
ALTER TABLE fact_carried_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_carried_item USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_carried_item TO sallyport_app;

CREATE TABLE fact_device_loan (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "equipment" text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "issued_on" date,
  "received_on" date,
  "returned_on" date,
  "inspected_on" date,
  "lost_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, "equipment") REFERENCES fact_equipment (org_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX fact_device_loan_by_equipment ON fact_device_loan (org_id, "equipment", happened_on, id);
CREATE INDEX fact_device_loan_by_traveller ON fact_device_loan (org_id, "traveller", happened_on, id);
CREATE INDEX fact_device_loan_by_day ON fact_device_loan (org_id, happened_on, id);
ALTER TABLE fact_device_loan ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_device_loan USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_device_loan TO sallyport_app;

-- A device of the pool: the fact of the equipment it is, and what nobody's rule reads of it.
CREATE TABLE pool_device (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- As it is written on it.
  number text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('computer', 'phone', 'tablet', 'medium', 'other')),
  model text COLLATE "C" NOT NULL,
  encrypted boolean NOT NULL,
  -- The last thing done to it, which is the last row of its trail: a list of many computes their states from it.
  last_act text COLLATE "C" NOT NULL,
  last_finding text COLLATE "C",
  suspect boolean NOT NULL DEFAULT false,
  version int NOT NULL,
  -- Whose it is, or was last: the journey and the traveller, and the fact of the loan once it was issued.
  trip text COLLATE "C",
  traveller text COLLATE "C",
  loan text COLLATE "C",
  seal text COLLATE "C",
  -- Days that policy gave on the day of the issue for giving it back.
  return_within int,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, number)
);
CREATE INDEX pool_device_trip ON pool_device (org_id, trip);
CREATE INDEX pool_device_traveller ON pool_device (org_id, traveller);
ALTER TABLE pool_device ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON pool_device USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON pool_device TO sallyport_app;

-- Only added to.
CREATE TABLE device_trail (
  org_id text COLLATE "C" NOT NULL,
  device text COLLATE "C" NOT NULL,
  number int NOT NULL,
  act text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  account text COLLATE "C",
  on_day date NOT NULL,
  at timestamptz NOT NULL,
  trip text COLLATE "C",
  traveller text COLLATE "C",
  seal text COLLATE "C",
  seal_found text COLLATE "C" CHECK (seal_found IN ('intact', 'broken', 'missing')),
  finding text COLLATE "C" CHECK (finding IN ('clean', 'damaged')),
  said text,
  PRIMARY KEY (org_id, device, number)
);
CREATE INDEX device_trail_person ON device_trail (org_id, person);
CREATE INDEX device_trail_at ON device_trail (org_id, at);
ALTER TABLE device_trail ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON device_trail USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, account, said) ON device_trail TO sallyport_app;

-- What somebody still has in hand is among what they hand over when they leave.
ALTER TABLE leaving_item DROP CONSTRAINT leaving_item_what_check;
ALTER TABLE leaving_item ADD CONSTRAINT leaving_item_what_check
  CHECK (what IN ('duty', 'copy', 'device', 'trip', 'appointment', 'role'));
