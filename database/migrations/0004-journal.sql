-- breaking: no
-- The journal (DECISIONS 9): one log for each organisation, and one for the installation under the reserved organisation 'installation'.
-- What may have to be erased stands in tables of its own; entries, leaves, tiles and checkpoints are only added.

CREATE TABLE journal_entry (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- RFC 8785 JSON: what is hashed. No value of any field is in it.
  body bytea NOT NULL,
  -- For searching. Each repeats what the body says or commits to; verification holds them against it.
  action text COLLATE "C" NOT NULL,
  subject text COLLATE "C",
  account text COLLATE "C",
  -- The civil day in UTC, or the day alone where no more is recorded.
  day date NOT NULL,
  PRIMARY KEY (org_id, id)
);
ALTER TABLE journal_entry ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX journal_entry_day ON journal_entry (org_id, day, id);
CREATE INDEX journal_entry_action ON journal_entry (org_id, action, day, id);
CREATE INDEX journal_entry_subject ON journal_entry (org_id, subject, day, id) WHERE subject IS NOT NULL;
CREATE INDEX journal_entry_account ON journal_entry (org_id, account, day, id) WHERE account IS NOT NULL;
ALTER TABLE journal_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_entry USING (org_id = current_setting('app.org', true));
-- A subject of an imported register has the register's own id, which may name somebody: it can be erased.
GRANT SELECT, INSERT, UPDATE (subject) ON journal_entry TO sallyport_app;

-- The values of an entry, one row for all: they are about one person and go together. A path can be erased alone.
CREATE TABLE journal_value (
  org_id text COLLATE "C" NOT NULL,
  entry text COLLATE "C" NOT NULL,
  -- RFC 8785 JSON of path and value: text, so that what is read back is to the letter what was committed to.
  contents text NOT NULL,
  -- 32 bytes for each path of the entry, in the order of the paths.
  salts bytea NOT NULL,
  person text COLLATE "C",
  PRIMARY KEY (org_id, entry)
);
ALTER TABLE journal_value ALTER COLUMN salts SET STORAGE EXTERNAL;
CREATE INDEX journal_value_person ON journal_value (org_id, person) WHERE person IS NOT NULL;
ALTER TABLE journal_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_value USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (contents, salts), DELETE ON journal_value TO sallyport_app;

-- Where staff signed in from, for 90 days. Travellers and reporters have no row here (PEOPLE.md, first section).
CREATE TABLE journal_context (
  org_id text COLLATE "C" NOT NULL,
  entry text COLLATE "C" NOT NULL,
  address text NOT NULL,
  device text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (org_id, entry)
);
CREATE INDEX journal_context_day ON journal_context (org_id, day);
ALTER TABLE journal_context ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_context USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON journal_context TO sallyport_app;

-- Entries that have no leaf yet, one row for all of an action. Whoever seals deletes what it took: a late commit is found like any other.
CREATE TABLE journal_pending (
  org_id text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  -- The first entry's id.
  id text COLLATE "C" NOT NULL,
  entries text[] COLLATE "C" NOT NULL,
  -- 32 bytes for each entry.
  leaves bytea NOT NULL,
  PRIMARY KEY (org_id, at, id)
);
ALTER TABLE journal_pending ALTER COLUMN leaves SET STORAGE EXTERNAL;
ALTER TABLE journal_pending ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_pending USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON journal_pending TO sallyport_app;

-- One row a log: whoever seals holds it.
CREATE TABLE journal_head (
  org_id text COLLATE "C" NOT NULL PRIMARY KEY,
  epoch int NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL
);
ALTER TABLE journal_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_head USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON journal_head TO sallyport_app;

-- The place of each sealed entry.
CREATE TABLE journal_leaf (
  org_id text COLLATE "C" NOT NULL,
  epoch int NOT NULL,
  index bigint NOT NULL,
  entry text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, epoch, index),
  UNIQUE (org_id, entry)
);
ALTER TABLE journal_leaf ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_leaf USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON journal_leaf TO sallyport_app;

-- C2SP tiles of 256 hashes. The last one of a level grows; a full one never changes.
CREATE TABLE journal_tile (
  org_id text COLLATE "C" NOT NULL,
  epoch int NOT NULL,
  level int NOT NULL,
  index bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (org_id, epoch, level, index)
);
ALTER TABLE journal_tile ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE journal_tile ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_tile USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (bytes) ON journal_tile TO sallyport_app;

-- Every checkpoint that was signed, as a signed note.
CREATE TABLE journal_checkpoint (
  org_id text COLLATE "C" NOT NULL,
  epoch int NOT NULL,
  size bigint NOT NULL,
  note text NOT NULL,
  sealed_at bigint NOT NULL,
  PRIMARY KEY (org_id, epoch, size)
);
ALTER TABLE journal_checkpoint ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_checkpoint USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON journal_checkpoint TO sallyport_app;

-- What witnesses signed under our checkpoints: a line of a signed note each.
CREATE TABLE journal_cosignature (
  org_id text COLLATE "C" NOT NULL,
  epoch int NOT NULL,
  size bigint NOT NULL,
  witness text COLLATE "C" NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (org_id, epoch, size, witness)
);
ALTER TABLE journal_cosignature ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_cosignature USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON journal_cosignature TO sallyport_app;

-- Logs of others for which this installation is a witness, with the last checkpoint it cosigned. A fork is kept: it is proof.
CREATE TABLE journal_witnessed (
  org_id text COLLATE "C" NOT NULL,
  origin text COLLATE "C" NOT NULL,
  keys text[] NOT NULL,
  size bigint NOT NULL,
  root bytea,
  fork text,
  PRIMARY KEY (org_id, origin)
);
ALTER TABLE journal_witnessed ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_witnessed USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON journal_witnessed TO sallyport_app;

-- Filings that wait for their batch (PEOPLE.md, first section). They become entries together with cover, in the order of random ids.
CREATE TABLE journal_filing (
  org_id text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  closes bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (org_id, action, closes, id)
);
ALTER TABLE journal_filing ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_filing USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON journal_filing TO sallyport_app;

-- Up to when an action's batches are closed: an empty batch is closed like a full one.
CREATE TABLE journal_batch (
  org_id text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  closed bigint NOT NULL,
  PRIMARY KEY (org_id, action)
);
ALTER TABLE journal_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON journal_batch USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE ON journal_batch TO sallyport_app;
