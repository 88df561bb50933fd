-- breaking: no
-- What belongs to the installation and to no organisation, and what every action writes.
-- The program works as sallyport_app, which owns nothing and which row-level security binds (role made before the first migration).

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO sallyport_app;

-- The organisations of this installation. Jobs loop over them; everything about one lies in tables that row-level security guards.
CREATE TABLE tenant (
  org_id text COLLATE "C" PRIMARY KEY,
  -- The first part of every bearer secret of the organisation, so that a secret names where it is to be looked up.
  routing text COLLATE "C" NOT NULL UNIQUE,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON tenant TO sallyport_app;

-- State of the installation that is no secret: the seat all its organisations share, the journal's origin, hashes of generated parts.
CREATE TABLE installation (
  name text COLLATE "C" PRIMARY KEY,
  value jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON installation TO sallyport_app;

-- One row an acknowledged input: a repeated request gets the same answer and changes nothing. Ids and versions only.
CREATE TABLE idempotency (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  position int NOT NULL,
  action text COLLATE "C" NOT NULL,
  input_hash bytea NOT NULL,
  output jsonb,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, account, key, position)
);
CREATE INDEX idempotency_made_at ON idempotency (org_id, made_at);
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON idempotency USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO sallyport_app;
