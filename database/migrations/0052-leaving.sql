-- breaking: no
-- Somebody leaves: recorded whatever is still open, and what is open is kept as a list to follow up (PEOPLE.md, Employment).

CREATE TABLE person_leaving (
  org_id text COLLATE "C" NOT NULL,
  -- The fact of the leaving.
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  effective_on date NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'over', 'taken-back')),
  account text COLLATE "C",
  made_at timestamptz NOT NULL,
  -- What the entry said before its last day, and the assignments that ended with it.
  before jsonb,
  assignments text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, id)
);
CREATE INDEX person_leaving_person ON person_leaving (org_id, person, made_at DESC);
CREATE INDEX person_leaving_waiting ON person_leaving (org_id, effective_on) WHERE state = 'waiting';
CREATE INDEX person_leaving_made_at ON person_leaving (org_id, made_at DESC, id DESC);
ALTER TABLE person_leaving ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON person_leaving USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON person_leaving TO sallyport_app;

CREATE TABLE leaving_item (
  org_id text COLLATE "C" NOT NULL,
  leaving text COLLATE "C" NOT NULL,
  position int NOT NULL,
  what text COLLATE "C" NOT NULL CHECK (what IN ('duty', 'copy', 'trip', 'appointment', 'role')),
  -- The rule of a duty or the role; the subject, the fact or the unit it is over.
  name text COLLATE "C" NOT NULL,
  fact text COLLATE "C",
  period date,
  -- Whom it was handed to; null while it is open.
  receiver text COLLATE "C",
  handed_at timestamptz,
  PRIMARY KEY (org_id, leaving, position),
  FOREIGN KEY (org_id, leaving) REFERENCES person_leaving (org_id, id) ON DELETE CASCADE
);
CREATE INDEX leaving_item_receiver ON leaving_item (org_id, receiver);
ALTER TABLE leaving_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON leaving_item USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON leaving_item TO sallyport_app;
