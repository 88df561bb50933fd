-- breaking: no
-- Packages of courses made elsewhere (SCORM): brought, put in force by two people, withdrawn; and what is kept of playing one (docs/decisions/0099).

CREATE TABLE learning_package (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  topic text COLLATE "C" NOT NULL,
  valid_months int NOT NULL,
  -- From which word of the package on it counts.
  counts text COLLATE "C" NOT NULL CHECK (counts IN ('passed', 'completed')),
  -- What its manifest says, as it was read when it came.
  manifest jsonb NOT NULL,
  file text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('brought', 'in-force', 'withdrawn')),
  made_at timestamptz NOT NULL,
  account text COLLATE "C",
  decided_on date,
  first_account text COLLATE "C",
  second_account text COLLATE "C",
  PRIMARY KEY (org_id, id)
);
CREATE INDEX learning_package_made_at ON learning_package (org_id, made_at);
ALTER TABLE learning_package ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON learning_package USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (state, account, decided_on, first_account, second_account) ON learning_package TO sallyport_app;

-- Days and nothing finer, one of four words, and where somebody is for as long as the run goes on.
CREATE TABLE package_run (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  package text COLLATE "C" NOT NULL,
  begun_on date NOT NULL,
  verb text COLLATE "C" NOT NULL CHECK (verb IN ('attempted', 'completed', 'passed', 'failed')),
  -- Whether the completion was written: once for a run.
  counted boolean NOT NULL DEFAULT false,
  location text,
  suspend_data text,
  ended_on date,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, package) REFERENCES learning_package (org_id, id),
  CHECK (ended_on IS NULL OR (location IS NULL AND suspend_data IS NULL))
);
CREATE UNIQUE INDEX package_run_open ON package_run (org_id, person, package) WHERE ended_on IS NULL;
CREATE INDEX package_run_person ON package_run (org_id, person, package, begun_on);
CREATE INDEX package_run_package ON package_run (org_id, package);
CREATE INDEX package_run_begun_on ON package_run (org_id, begun_on);
ALTER TABLE package_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON package_run USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, verb, counted, location, suspend_data, ended_on), DELETE ON package_run TO sallyport_app;

ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_kind_check;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_kind_check CHECK (kind IN ('break-glass', 'recovery', 'separation-end', 'waiver',
  'override', 'clause-confirmation', 'confirmation-end', 'erasure', 'conflict-decision', 'identity-check', 'advisory', 'advisory-end', 'package'));
