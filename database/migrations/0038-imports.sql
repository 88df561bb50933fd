-- breaking: no
-- Imports of people's own files: what was read of them, row by row, until it is applied or a day has gone by. The file itself is not kept.

CREATE TABLE register_import (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- Who read the files in, and in whose name the last work on them is done.
  account text COLLATE "C",
  acting text COLLATE "C",
  state text COLLATE "C" NOT NULL CHECK (state IN ('preview', 'applying', 'applied', 'undoing', 'undone')),
  files int NOT NULL,
  unchanged jsonb NOT NULL,
  reason text COLLATE "C",
  made_at timestamptz NOT NULL,
  worked_at timestamptz,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX register_import_made_at ON register_import (org_id, made_at DESC, id DESC);
ALTER TABLE register_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON register_import USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON register_import TO sallyport_app;

CREATE TABLE import_row (
  org_id text COLLATE "C" NOT NULL,
  import text COLLATE "C" NOT NULL,
  -- The order in which rows are applied: what a row refers to comes before it.
  position int NOT NULL,
  kind text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL,
  change text COLLATE "C" NOT NULL CHECK (change IN ('add', 'restore', 'correct')),
  -- The version that the preview saw; null where there was none.
  version int,
  file text COLLATE "C" NOT NULL,
  line int NOT NULL,
  person text COLLATE "C",
  -- What it was and what it is to be, of the fields that change; emptied once it is so.
  before jsonb,
  fields jsonb,
  -- `doing`: handed to an action; after a kill the same rows are handed to it again, which then answers as it did.
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'doing', 'done', 'refused', 'undone', 'kept')),
  code text COLLATE "C",
  became int,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, import, position),
  FOREIGN KEY (org_id, import) REFERENCES register_import (org_id, id) ON DELETE CASCADE
);
CREATE INDEX import_row_state ON import_row (org_id, import, state, position);
CREATE INDEX import_row_person ON import_row (org_id, person);
CREATE INDEX import_row_made_at ON import_row (org_id, made_at);
ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import_row USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_row TO sallyport_app;

-- What stood in the way of a row, with the text of the cell: gone with the preview.
CREATE TABLE import_problem (
  org_id text COLLATE "C" NOT NULL,
  import text COLLATE "C" NOT NULL,
  position int NOT NULL,
  file text COLLATE "C" NOT NULL,
  line int,
  heading text COLLATE "C",
  code text COLLATE "C" NOT NULL,
  said jsonb NOT NULL,
  account text COLLATE "C",
  made_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, import, position),
  FOREIGN KEY (org_id, import) REFERENCES register_import (org_id, id) ON DELETE CASCADE
);
CREATE INDEX import_problem_made_at ON import_problem (org_id, made_at);
ALTER TABLE import_problem ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import_problem USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_problem TO sallyport_app;
