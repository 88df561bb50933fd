-- breaking: no
-- Certificates of courses that were passed: one for each time, with a public page that the holder opens, narrows and closes.

CREATE TABLE certificate_number (
  org_id text COLLATE "C" NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (org_id, year)
);
ALTER TABLE certificate_number ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON certificate_number USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (last) ON certificate_number TO sallyport_app;

CREATE TABLE course_certificate (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  year int NOT NULL,
  serial int NOT NULL,
  course text COLLATE "C" NOT NULL,
  -- As the course was called then, in both languages.
  title jsonb NOT NULL,
  topics text[] NOT NULL,
  -- The facts it says the same as: where one was withdrawn it is no certificate any more.
  completions text[] NOT NULL,
  issued_on date NOT NULL,
  -- Exclusive, as of the completion.
  valid_until date NOT NULL,
  -- What the public page shows; empty where there is none.
  shown text[] NOT NULL DEFAULT '{}',
  -- Which link it is: one that was closed never opens again.
  link int NOT NULL DEFAULT 0,
  -- SHA-256 of the 128 random-looking bits of the link, which stand nowhere in the database.
  link_hash text COLLATE "C",
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, year, serial)
);
CREATE UNIQUE INDEX course_certificate_link ON course_certificate (org_id, link_hash) WHERE link_hash IS NOT NULL;
CREATE INDEX course_certificate_person ON course_certificate (org_id, person, issued_on);
CREATE INDEX course_certificate_issued_on ON course_certificate (org_id, issued_on);
ALTER TABLE course_certificate ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON course_certificate USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, shown, link, link_hash), DELETE ON course_certificate TO sallyport_app;
