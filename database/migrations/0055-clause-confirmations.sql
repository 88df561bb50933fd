-- breaking: no
-- Clauses that two people of an organisation compared with the official text: an overlay of its own over the packs (DESIGN, law as data).

CREATE TABLE clause_confirmation (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  clause text COLLATE "C" NOT NULL,
  -- What was read otherwise than the pack has it; null or empty where it agreed.
  number text COLLATE "C",
  heading jsonb,
  gist jsonb,
  figures jsonb NOT NULL,
  citation text NOT NULL,
  text_on date NOT NULL,
  -- Of the file they read; the file itself is not kept.
  text_hash text COLLATE "C" NOT NULL,
  reason text,
  confirmed_on date NOT NULL,
  confirmed_at timestamptz NOT NULL,
  first_account text COLLATE "C",
  second_account text COLLATE "C",
  ended_at timestamptz,
  ended_first text COLLATE "C",
  ended_second text COLLATE "C",
  ended_reason text,
  PRIMARY KEY (org_id, id),
  -- Not even the owner of the tables can let one person be both.
  CHECK (first_account <> second_account),
  CHECK (ended_first <> ended_second)
);
CREATE UNIQUE INDEX clause_confirmation_in_force ON clause_confirmation (org_id, clause) WHERE ended_at IS NULL;
CREATE INDEX clause_confirmation_confirmed_at ON clause_confirmation (org_id, confirmed_at);
ALTER TABLE clause_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON clause_confirmation USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT ON clause_confirmation TO sallyport_app;
GRANT UPDATE (reason, first_account, second_account, ended_at, ended_first, ended_second, ended_reason) ON clause_confirmation TO sallyport_app;

ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_kind_check;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_kind_check
  CHECK (kind IN ('break-glass', 'recovery', 'separation-end', 'waiver', 'override', 'clause-confirmation', 'confirmation-end'));
