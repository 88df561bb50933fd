-- breaking: no
-- Evidence kept as files: the encrypted files lie in the data folder, and here is what each is, what it shows, and its key. A row that
-- goes takes the key with it: the file is noise from then on, in every backup as well.

CREATE TABLE evidence_file (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- The fact it is evidence of. Its kind names the table, so that no foreign key can.
  kind text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  name text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  size int NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  -- Under the installation's key.
  sealed_key bytea NOT NULL,
  added_by text COLLATE "C",
  added_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX evidence_file_fact ON evidence_file (org_id, kind, fact, added_at, id);
CREATE INDEX evidence_file_added_at ON evidence_file (org_id, added_at);
ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON evidence_file USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (added_by), DELETE ON evidence_file TO sallyport_app;
