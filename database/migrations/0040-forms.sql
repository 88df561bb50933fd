-- breaking: no
-- The unit's own forms: templates in versions, and every print with its number, until the signed paper is back.

CREATE TABLE form_template (
  org_id text COLLATE "C" NOT NULL,
  form text COLLATE "C" NOT NULL,
  version int NOT NULL,
  template jsonb NOT NULL,
  made_by text COLLATE "C",
  made_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, form, version)
);
CREATE INDEX form_template_made_at ON form_template (org_id, made_at);
ALTER TABLE form_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON form_template USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (made_by) ON form_template TO sallyport_app;

-- The last number given in a year: the row is locked until the print it was given to is there, so that no number is left out.
CREATE TABLE form_number (
  org_id text COLLATE "C" NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (org_id, year)
);
ALTER TABLE form_number ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON form_number USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (last) ON form_number TO sallyport_app;

CREATE TABLE form_print (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  year int NOT NULL,
  serial int NOT NULL,
  form text COLLATE "C" NOT NULL,
  template_version int NOT NULL,
  -- The fact printed, at the version it had. Its kind names the table, so that no foreign key can.
  kind text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL,
  fact_version int NOT NULL,
  person text COLLATE "C",
  language text COLLATE "C" NOT NULL CHECK (language IN ('zh', 'en')),
  -- What the code on the paper says beside the number: who has not seen the paper cannot make one.
  token text COLLATE "C" NOT NULL,
  printed_by text COLLATE "C",
  printed_at timestamptz NOT NULL,
  returned_by text COLLATE "C",
  returned_at timestamptz,
  file text COLLATE "C",
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, year, serial)
);
CREATE INDEX form_print_fact ON form_print (org_id, kind, fact, printed_at);
CREATE INDEX form_print_person ON form_print (org_id, person);
CREATE INDEX form_print_printed_at ON form_print (org_id, printed_at);
ALTER TABLE form_print ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON form_print USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, printed_by, returned_by, returned_at, file) ON form_print TO sallyport_app;
