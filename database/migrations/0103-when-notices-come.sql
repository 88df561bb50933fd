-- breaking: no
-- When somebody is told, and calendar feeds (docs/decisions/0092, 0093).

-- What somebody chose; no row: quiet from 22:00 to 07:00 in the zone of the seat, each letter at once.
CREATE TABLE notice_choice (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  zone text COLLATE "C" NOT NULL,
  -- Minutes after midnight in the zone; both null where no hours are quiet.
  quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_until smallint CHECK (quiet_until BETWEEN 0 AND 1439),
  digest text COLLATE "C" NOT NULL CHECK (digest IN ('each', 'daily', 'weekly')),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, account),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id),
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);
ALTER TABLE notice_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON notice_choice USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_choice TO sallyport_app;

-- Where somebody's digests stand: whether something waits for the next one, and on which day of theirs the last was looked into.
CREATE TABLE notice_digest (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  waits boolean NOT NULL,
  looked_on date,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, account),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
ALTER TABLE notice_digest ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON notice_digest USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_digest TO sallyport_app;

-- A letter of the quiet hours leaves when they end.
ALTER TABLE mail ADD COLUMN leaves_at timestamptz;
CREATE INDEX mail_leaves_at ON mail (org_id, leaves_at) WHERE leaves_at IS NOT NULL;
-- Under which it left the house; null: it did not.
ALTER TABLE mail ADD COLUMN handover text COLLATE "C";
ALTER TABLE mail DROP CONSTRAINT mail_template_check;
ALTER TABLE mail ADD CONSTRAINT mail_template_check
  CHECK (template IN ('to-do', 'invitation', 'recovery', 'recovery-asked', 'sign-in-changed'));

-- Days on which something is due for whoever made the feed, and nothing else, for a calendar program of theirs.
CREATE TABLE calendar_feed (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  -- What the holder calls it, so that they know which one to end.
  label text NOT NULL,
  language text COLLATE "C" NOT NULL CHECK (language IN ('zh', 'en')),
  -- SHA-256 of the 128 random bits of the address, which stand nowhere.
  hash text COLLATE "C" NOT NULL,
  handover text COLLATE "C" NOT NULL,
  made_on date NOT NULL,
  ended_on date,
  used_on date,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE UNIQUE INDEX calendar_feed_hash ON calendar_feed (org_id, hash);
CREATE INDEX calendar_feed_account ON calendar_feed (org_id, account, id);
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON calendar_feed USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO sallyport_app;
