-- breaking: no
-- What keeps the program from being turned against the people in it (PEOPLE.md; DECISIONS 10): who saw whose data, what may not be
-- erased yet and why, what was erased, and what left the house.

-- One row a viewer, a person, a question and a day. Nothing finer than the day: the list must not become a trail of the viewers.
CREATE TABLE seen (
  org_id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  day date NOT NULL,
  query text COLLATE "C" NOT NULL,
  -- An account, or how somebody came who has none (`machine`).
  viewer text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, person, day, query, viewer)
);
CREATE INDEX seen_day ON seen (org_id, day);
ALTER TABLE seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation_reads ON seen FOR SELECT USING (org_id = current_setting('app.org', true));
CREATE POLICY organisation_adds ON seen FOR INSERT WITH CHECK (org_id = current_setting('app.org', true));
-- Only what is past its bound can be taken away, whoever asks: the list is for the person who was looked at.
CREATE POLICY organisation_erases ON seen FOR DELETE
  USING (org_id = current_setting('app.org', true) AND day < CURRENT_DATE - 1090);
GRANT SELECT, INSERT, DELETE ON seen TO sallyport_app;

-- Keeps a person's data, or one fact, from being erased. It names its clause and ends by itself.
CREATE TABLE legal_hold (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- `person` and the person's id, or a kind of fact and its id.
  kind text COLLATE "C" NOT NULL,
  target text COLLATE "C" NOT NULL,
  clause text COLLATE "C" NOT NULL,
  reason text COLLATE "C",
  from_day date NOT NULL,
  until_day date NOT NULL,
  made_by text COLLATE "C",
  released_on date,
  released_by text COLLATE "C",
  release_reason text COLLATE "C",
  PRIMARY KEY (org_id, id),
  CHECK (until_day > from_day AND until_day <= from_day + 1096)
);
CREATE INDEX legal_hold_target ON legal_hold (org_id, target, kind);
ALTER TABLE legal_hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON legal_hold USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (reason, made_by, released_on, released_by, release_reason) ON legal_hold TO sallyport_app;

-- The erasure of a person before the time is an act of two persons within a day.
CREATE TABLE erasure_request (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  reason text COLLATE "C",
  first_account text COLLATE "C",
  first_session text COLLATE "C",
  asked_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  second_account text COLLATE "C",
  decided_at timestamptz,
  PRIMARY KEY (org_id, id),
  -- Not even the owner of the tables can let one account be both.
  CHECK (second_account <> first_account)
);
CREATE INDEX erasure_request_asked_at ON erasure_request (org_id, asked_at);
ALTER TABLE erasure_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON erasure_request USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (reason, first_account, first_session, second_account, decided_at) ON erasure_request TO sallyport_app;

-- What was erased, by id, until it stands in the log outside the backup; and from then on, so that the log can be compared with it.
CREATE TABLE erasure (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  target text COLLATE "C" NOT NULL,
  erased_on date NOT NULL,
  logged boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX erasure_unlogged ON erasure (org_id, id) WHERE NOT logged;
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON erasure USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (logged) ON erasure TO sallyport_app;

-- Every run of the nightly erasure: how many rows of each table it erased, and how many are past their bound all the same.
CREATE TABLE erasure_run (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  ran_at timestamptz NOT NULL,
  erased jsonb NOT NULL,
  missed jsonb NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX erasure_run_ran_at ON erasure_run (org_id, ran_at);
ALTER TABLE erasure_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON erasure_run USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON erasure_run TO sallyport_app;

-- Beside the fact `handover`: by which way the data leaves, to which country, under which clause and route (PIPL 38, 39).
CREATE TABLE handover_route (
  org_id text COLLATE "C" NOT NULL,
  handover text COLLATE "C" NOT NULL,
  way text COLLATE "C" NOT NULL,
  receiver_name text COLLATE "C" NOT NULL,
  country text COLLATE "C" NOT NULL,
  clause text COLLATE "C" NOT NULL,
  route text COLLATE "C" NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  account text COLLATE "C",
  PRIMARY KEY (org_id, handover),
  FOREIGN KEY (org_id, handover) REFERENCES fact_handover (org_id, id),
  CHECK (until_day > from_day AND until_day <= from_day + 366)
);
CREATE INDEX handover_route_until_day ON handover_route (org_id, until_day);
ALTER TABLE handover_route ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON handover_route USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (account) ON handover_route TO sallyport_app;

-- Who recorded a version is forgotten when the account is.
GRANT UPDATE (account) ON fact_version TO sallyport_app;

-- A kind of the register that came after its tables: what two persons decided about an act that one clause demands and another restrains.
CREATE TABLE fact_conflict_decision (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "act" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "decision" text COLLATE "C" NOT NULL,
  "decided_on" date,
  "reason" text COLLATE "C",
  "first_person" text COLLATE "C",
  "second_person" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX fact_conflict_decision_by_organisation ON fact_conflict_decision (org_id, "organisation", happened_on, id);
CREATE INDEX fact_conflict_decision_by_duty ON fact_conflict_decision (org_id, rule, subject);
ALTER TABLE fact_conflict_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_conflict_decision USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_conflict_decision TO sallyport_app;

-- Who held which role and who decided with whom is kept ten years and then erased: nothing younger can go, whoever asks.
CREATE POLICY past_its_bound ON role_grant AS RESTRICTIVE FOR DELETE USING (ended_at < CURRENT_DATE - 3640);
GRANT DELETE ON role_grant TO sallyport_app;
CREATE POLICY past_its_bound ON two_person_act AS RESTRICTIVE FOR DELETE USING (asked_at < CURRENT_DATE - 3640);
GRANT DELETE ON two_person_act TO sallyport_app;
CREATE POLICY past_its_bound ON break_glass AS RESTRICTIVE FOR DELETE USING (until_at < CURRENT_DATE - 3640);
GRANT DELETE ON break_glass TO sallyport_app;
