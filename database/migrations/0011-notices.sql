-- breaking: no
-- Letters that tell people there is something to do, and where they go. What a letter needs to leave goes from here once it has left.

-- Where somebody is written to, and in which language; null: in both.
CREATE TABLE mail_address (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  language text COLLATE "C" CHECK (language IN ('zh', 'en')),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, account),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
ALTER TABLE mail_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON mail_address USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_address TO sallyport_app;

-- The outbox. `link` is sealed: it may sign somebody in. Address and link are emptied when the letter has left.
CREATE TABLE mail (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  template text COLLATE "C" NOT NULL CHECK (template IN ('to-do', 'invitation', 'recovery', 'sign-in-changed')),
  address text COLLATE "C",
  language text COLLATE "C" CHECK (language IN ('zh', 'en')),
  link bytea,
  -- `kept`: there is no mail server, and somebody hands it on. `refused`: no later attempt will help.
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'kept', 'sent', 'refused', 'handed-on')),
  code text COLLATE "C",
  made_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE INDEX mail_outbox ON mail (org_id, id) WHERE state IN ('waiting', 'kept', 'refused');
CREATE INDEX mail_account ON mail (org_id, account);
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON mail USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO sallyport_app;

-- Of which duties somebody was told already, and at which stage: each is told once.
CREATE TABLE mail_told (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period date NOT NULL,
  stage text COLLATE "C" NOT NULL CHECK (stage IN ('urgent', 'overdue')),
  told_on date NOT NULL,
  PRIMARY KEY (org_id, account, rule, subject, period, stage),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
ALTER TABLE mail_told ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON mail_told USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON mail_told TO sallyport_app;
