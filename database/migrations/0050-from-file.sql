-- breaking: no
-- What the personnel file said of somebody is not edited here (docs/decisions/0054): which fields, by which import, on which day; and which
-- of them were taken over on purpose. A blank cell can be told to empty its field.

CREATE TABLE held_from_file (
  org_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL,
  import text COLLATE "C" NOT NULL,
  fields text[] NOT NULL,
  person text COLLATE "C",
  -- The civil day on which the file was read in.
  said_on date NOT NULL,
  PRIMARY KEY (org_id, kind, fact, import)
);
CREATE INDEX held_from_file_import ON held_from_file (org_id, import);
CREATE INDEX held_from_file_person ON held_from_file (org_id, person);
ALTER TABLE held_from_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON held_from_file USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON held_from_file TO sallyport_app;

CREATE TABLE taken_over (
  org_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  reason text NOT NULL,
  account text COLLATE "C",
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, kind, fact, field)
);
CREATE INDEX taken_over_person ON taken_over (org_id, person);
ALTER TABLE taken_over ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON taken_over USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (account), DELETE ON taken_over TO sallyport_app;

ALTER TABLE register_import ADD COLUMN personnel boolean NOT NULL DEFAULT false;

-- What each row of a personnel file said, for when the import has been applied; rows that changed nothing are among them.
CREATE TABLE import_said (
  org_id text COLLATE "C" NOT NULL,
  import text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  fields text[] NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, import, kind, fact),
  FOREIGN KEY (org_id, import) REFERENCES register_import (org_id, id) ON DELETE CASCADE
);
CREATE INDEX import_said_person ON import_said (org_id, person);
CREATE INDEX import_said_made_at ON import_said (org_id, made_at);
ALTER TABLE import_said ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import_said USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON import_said TO sallyport_app;
