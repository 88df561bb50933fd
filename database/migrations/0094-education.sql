-- breaking: no
-- Education at the screen: lessons opened and acknowledged, attempts with the content they began with, and courses opened again.

-- The files of a course as an attempt began with them: the paper of an attempt is a function of content and seed, and stays what it was.
CREATE TABLE course_content (
  org_id text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  course text COLLATE "C" NOT NULL,
  files jsonb NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, hash)
);
ALTER TABLE course_content ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON course_content USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON course_content TO sallyport_app;

-- Days and nothing finer: reading is not timed (PEOPLE.md).
CREATE TABLE course_reading (
  org_id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  lesson text COLLATE "C" NOT NULL,
  opened_on date NOT NULL,
  acknowledged_on date,
  PRIMARY KEY (org_id, person, hash, lesson)
);
CREATE INDEX course_reading_opened_on ON course_reading (org_id, opened_on);
ALTER TABLE course_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON course_reading USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, acknowledged_on), DELETE ON course_reading TO sallyport_app;

CREATE TABLE course_attempt (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  course text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  -- Stays on the server: from it and the bank the paper follows.
  seed text COLLATE "C" NOT NULL,
  begun_at timestamptz NOT NULL,
  answers jsonb,
  submitted_at timestamptz,
  passed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, hash) REFERENCES course_content (org_id, hash)
);
-- Two that begin at once begin one attempt.
CREATE UNIQUE INDEX course_attempt_open ON course_attempt (org_id, person, course) WHERE submitted_at IS NULL;
CREATE INDEX course_attempt_person ON course_attempt (org_id, person, course, begun_at);
CREATE INDEX course_attempt_begun_at ON course_attempt (org_id, begun_at);
ALTER TABLE course_attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON course_attempt USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, answers, submitted_at, passed), DELETE ON course_attempt TO sallyport_app;

-- When no attempt was left somebody spoke with the person and opened the course again.
CREATE TABLE course_reopening (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  course text COLLATE "C" NOT NULL,
  opened_at timestamptz NOT NULL,
  account text COLLATE "C",
  PRIMARY KEY (org_id, id)
);
CREATE INDEX course_reopening_person ON course_reopening (org_id, person, course, opened_at);
CREATE INDEX course_reopening_opened_at ON course_reopening (org_id, opened_at);
ALTER TABLE course_reopening ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON course_reopening USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, account), DELETE ON course_reopening TO sallyport_app;
