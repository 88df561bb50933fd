-- breaking: no
-- The destination list: advisories by kind of risk, each approved by two persons, and who was told of them (docs/decisions/0088).

-- One row for each version; a version is never changed, it is followed by another or ended.
CREATE TABLE advisory (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL,
  number int NOT NULL,
  -- As the legs of trips name them.
  places text[] NOT NULL,
  -- By kind of risk.
  levels jsonb NOT NULL,
  said text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  from_day date NOT NULL,
  last_day date NOT NULL,
  -- Followed by another, or ended by two before its last day.
  ended_on date,
  ended_reason text COLLATE "C",
  -- That its last day has passed was told.
  lapse_told boolean NOT NULL DEFAULT false,
  first_account text COLLATE "C",
  second_account text COLLATE "C",
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, line, number)
);
CREATE INDEX advisory_last_day ON advisory (org_id, last_day);
CREATE INDEX advisory_decided_at ON advisory (org_id, decided_at);
ALTER TABLE advisory ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON advisory USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (ended_on, ended_reason, lapse_told, first_account, second_account) ON advisory TO sallyport_app;

-- Who travels, and what they were told of which version; days and nothing finer.
CREATE TABLE advisory_notice (
  org_id text COLLATE "C" NOT NULL,
  advisory text COLLATE "C" NOT NULL,
  traveller text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  -- What changed after their journey was handed in; null where it stood there before.
  change text COLLATE "C" CHECK (change IN ('published', 'raised', 'lowered', 'changed', 'ended', 'lapsed')),
  noted_on date NOT NULL,
  opened_on date,
  acknowledged_on date,
  PRIMARY KEY (org_id, advisory, traveller)
);
CREATE INDEX advisory_notice_traveller ON advisory_notice (org_id, traveller);
CREATE INDEX advisory_notice_person ON advisory_notice (org_id, person);
CREATE INDEX advisory_notice_noted_on ON advisory_notice (org_id, noted_on);
ALTER TABLE advisory_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON advisory_notice USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, change, noted_on, opened_on, acknowledged_on), DELETE ON advisory_notice TO sallyport_app;

ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_kind_check;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_kind_check CHECK (kind IN ('break-glass', 'recovery', 'separation-end', 'waiver',
  'override', 'clause-confirmation', 'confirmation-end', 'erasure', 'conflict-decision', 'identity-check', 'advisory', 'advisory-end'));
