-- breaking: no
-- Two entries of one person made one, by two people, undone within thirty days (DECISIONS 6, docs/decisions/0055).

CREATE TABLE person_merge (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kept text COLLATE "C" NOT NULL,
  gone text COLLATE "C" NOT NULL,
  -- Values of the entry that goes which the other takes over, and what it said before.
  fields jsonb NOT NULL,
  before jsonb,
  reason text,
  state text COLLATE "C" NOT NULL CHECK (state IN ('asked', 'declined', 'merged', 'undone')),
  first_account text COLLATE "C",
  first_session text COLLATE "C" NOT NULL,
  second_account text COLLATE "C",
  asked_at timestamptz NOT NULL,
  merged_at timestamptz,
  undone_at timestamptz,
  -- What went along: evidence, and the account where one did.
  files text[] NOT NULL DEFAULT '{}',
  account text COLLATE "C",
  PRIMARY KEY (org_id, id),
  CHECK (second_account IS NULL OR second_account <> first_account)
);
CREATE INDEX person_merge_asked_at ON person_merge (org_id, asked_at DESC, id DESC);
CREATE INDEX person_merge_kept ON person_merge (org_id, kept);
CREATE INDEX person_merge_gone ON person_merge (org_id, gone);
ALTER TABLE person_merge ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON person_merge USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON person_merge TO sallyport_app;

CREATE TABLE person_merge_pointer (
  org_id text COLLATE "C" NOT NULL,
  merge text COLLATE "C" NOT NULL,
  position int NOT NULL,
  kind text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, merge, position),
  FOREIGN KEY (org_id, merge) REFERENCES person_merge (org_id, id) ON DELETE CASCADE
);
ALTER TABLE person_merge_pointer ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON person_merge_pointer USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON person_merge_pointer TO sallyport_app;

GRANT UPDATE (person, fact) ON evidence_file TO sallyport_app;
