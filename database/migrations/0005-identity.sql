-- breaking: no
-- Accounts, what proves who somebody is, sessions, roles, and acts of two persons (PEOPLE.md, "Two persons").
-- Secrets lie here as hashes under the installation's pepper, or sealed under its key; never as they are.

-- An account belongs to one organisation and may be linked to a person of the register; a person needs no account, and who is no
-- employee may have one. Accounts are disabled, not deleted: entries name them.
CREATE TABLE account (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- In lower case and NFC.
  login text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  status text COLLATE "C" NOT NULL CHECK (status IN ('active', 'disabled')),
  -- argon2id, in the PHC form.
  password_hash text COLLATE "C",
  password_set_at timestamptz,
  made_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, login)
);
-- One account a person, so that separated roles cannot lie in two accounts of one.
CREATE UNIQUE INDEX account_person ON account (org_id, person) WHERE person IS NOT NULL;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON account TO sallyport_app;

-- A code is accepted once: `last_step` is the 30-second step of the last one.
CREATE TABLE account_totp (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  secret bytea NOT NULL,
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (org_id, account),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
ALTER TABLE account_totp ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account_totp USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON account_totp TO sallyport_app;

CREATE TABLE account_passkey (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  label text COLLATE "C" NOT NULL,
  credential text COLLATE "C" NOT NULL,
  public_key bytea NOT NULL,
  -- How often the authenticator says it was used; one that goes back was copied.
  counter bigint NOT NULL,
  transports text[] COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, credential),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE INDEX account_passkey_account ON account_passkey (org_id, account);
ALTER TABLE account_passkey ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account_passkey USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON account_passkey TO sallyport_app;

CREATE TABLE account_recovery_code (
  org_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (org_id, account, hash),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
ALTER TABLE account_recovery_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account_recovery_code USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON account_recovery_code TO sallyport_app;

-- Whom an OpenID provider means by a subject; made by the person in a session of their own, never by signing in.
CREATE TABLE account_subject (
  org_id text COLLATE "C" NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, issuer, subject),
  UNIQUE (org_id, issuer, account),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
ALTER TABLE account_subject ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account_subject USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON account_subject TO sallyport_app;

-- `address` and `device` are null unless the account has a staff role, and emptied after 90 days.
CREATE TABLE account_session (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  account text COLLATE "C" NOT NULL,
  factors text[] COLLATE "C" NOT NULL,
  started_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- The last proof of who is there, for acts that ask for a fresh one.
  proved_at timestamptz NOT NULL,
  address text COLLATE "C",
  device text COLLATE "C",
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, hash),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE INDEX account_session_account ON account_session (org_id, account, started_at);
ALTER TABLE account_session ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account_session USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON account_session TO sallyport_app;

-- A device that an account has signed in from: strangers who guess elsewhere do not slow it down.
CREATE TABLE account_device (
  org_id text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  account text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, hash),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE INDEX account_device_account ON account_device (org_id, account);
ALTER TABLE account_device ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account_device USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON account_device TO sallyport_app;

-- Attempts by a keyed hash of who tried: neither a name nor an address can be read from it.
CREATE TABLE sign_in_throttle (
  org_id text COLLATE "C" NOT NULL,
  key bytea NOT NULL,
  attempts int NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, key)
);
CREATE INDEX sign_in_throttle_last_at ON sign_in_throttle (org_id, last_at);
ALTER TABLE sign_in_throttle ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON sign_in_throttle USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO sallyport_app;

-- A question put to an authenticator or a provider, answered once.
CREATE TABLE sign_in_challenge (
  org_id text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('passkey-registration', 'passkey-sign-in', 'oidc-sign-in', 'oidc-link')),
  -- Null where nobody is signed in yet.
  account text COLLATE "C",
  session text COLLATE "C",
  data jsonb NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, hash),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE INDEX sign_in_challenge_ends_at ON sign_in_challenge (org_id, ends_at);
ALTER TABLE sign_in_challenge ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON sign_in_challenge USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON sign_in_challenge TO sallyport_app;

CREATE TABLE account_link (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  account text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('invitation', 'first-sign-in', 'recovery')),
  made_by text COLLATE "C",
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, hash),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE INDEX account_link_account ON account_link (org_id, account);
ALTER TABLE account_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON account_link USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON account_link TO sallyport_app;

CREATE TABLE api_token (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  account text COLLATE "C" NOT NULL,
  label text COLLATE "C" NOT NULL,
  -- Names of actions and queries.
  scopes text[] COLLATE "C" NOT NULL,
  second_factor boolean NOT NULL,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  used_on date,
  ended_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, hash),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id)
);
CREATE INDEX api_token_account ON api_token (org_id, account);
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON api_token USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO sallyport_app;

-- A role over the organisation (`unit` null) or a unit and all under it. `stands_in_for`: the account whose deputy this one is (AB角).
CREATE TABLE role_grant (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  unit text COLLATE "C",
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  stands_in_for text COLLATE "C",
  -- Null: given by the machine's administrator.
  made_by text COLLATE "C",
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text COLLATE "C",
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id),
  FOREIGN KEY (org_id, stands_in_for) REFERENCES account (org_id, id)
);
CREATE INDEX role_grant_account ON role_grant (org_id, account);
CREATE INDEX role_grant_role ON role_grant (org_id, role);
ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON role_grant USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (until_at, ended_at, ended_by) ON role_grant TO sallyport_app;

-- One row an organisation, made when first needed; grants lock it, so that the switch and a grant cannot miss each other.
CREATE TABLE identity_setting (
  org_id text COLLATE "C" NOT NULL,
  separation boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id)
);
ALTER TABLE identity_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON identity_setting USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON identity_setting TO sallyport_app;

CREATE TABLE two_person_act (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('break-glass', 'recovery', 'separation-end')),
  first_account text COLLATE "C" NOT NULL,
  first_session text COLLATE "C" NOT NULL,
  -- Whom it is about: never the second person.
  subject_account text COLLATE "C",
  role text COLLATE "C",
  unit text COLLATE "C",
  reason text NOT NULL,
  asked_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  second_account text COLLATE "C",
  second_session text COLLATE "C",
  decided_at timestamptz,
  outcome text COLLATE "C" CHECK (outcome IN ('confirmed', 'declined', 'withdrawn')),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, first_account) REFERENCES account (org_id, id),
  FOREIGN KEY (org_id, subject_account) REFERENCES account (org_id, id),
  FOREIGN KEY (org_id, second_account) REFERENCES account (org_id, id),
  -- Not even the owner of the tables can let one person be both.
  CHECK (second_account IS NULL OR outcome = 'withdrawn' OR second_account <> first_account),
  CHECK (second_account IS NULL OR subject_account IS NULL OR second_account <> subject_account)
);
CREATE INDEX two_person_act_open ON two_person_act (org_id, ends_at) WHERE outcome IS NULL;
ALTER TABLE two_person_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON two_person_act USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (second_account, second_session, decided_at, outcome, reason) ON two_person_act TO sallyport_app;

-- Four hours of a role somebody does not hold; everybody concerned is told by `tell_by` at the latest.
CREATE TABLE break_glass (
  org_id text COLLATE "C" NOT NULL,
  act text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  role_grant text COLLATE "C" NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  tell_by timestamptz NOT NULL,
  told_at timestamptz,
  PRIMARY KEY (org_id, act),
  FOREIGN KEY (org_id, act) REFERENCES two_person_act (org_id, id),
  FOREIGN KEY (org_id, account) REFERENCES account (org_id, id),
  FOREIGN KEY (org_id, role_grant) REFERENCES role_grant (org_id, id)
);
CREATE INDEX break_glass_untold ON break_glass (org_id, tell_by) WHERE told_at IS NULL;
ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON break_glass USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (until_at, told_at) ON break_glass TO sallyport_app;

CREATE TABLE break_glass_notice (
  org_id text COLLATE "C" NOT NULL,
  act text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, act, person),
  FOREIGN KEY (org_id, act) REFERENCES break_glass (org_id, act)
);
CREATE INDEX break_glass_notice_person ON break_glass_notice (org_id, person, told_at);
ALTER TABLE break_glass_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON break_glass_notice USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON break_glass_notice TO sallyport_app;
