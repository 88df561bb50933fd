-- breaking: no
-- Education in a classroom: planned, held, and who was there (docs/decisions/0089). That it was held and who completed it are facts of the register.

CREATE TABLE training_session (
  org_id text COLLATE "C" NOT NULL,
  -- The id of the fact as well, once it was held.
  id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  topic text COLLATE "C" NOT NULL,
  audience text COLLATE "C" NOT NULL,
  -- Whose people are expected, with all under them; the whole house where none is named.
  units text[] COLLATE "C" NOT NULL DEFAULT '{}',
  held_on date NOT NULL,
  place text NOT NULL,
  trainer text,
  -- For how long it counts; null: as long as the rules say.
  valid_months int,
  state text COLLATE "C" NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  made_at timestamptz NOT NULL,
  account text COLLATE "C",
  PRIMARY KEY (org_id, id)
);
CREATE INDEX training_session_held_on ON training_session (org_id, held_on);
CREATE INDEX training_session_made_at ON training_session (org_id, made_at);
ALTER TABLE training_session ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON training_session USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (state, trainer, account), DELETE ON training_session TO sallyport_app;
