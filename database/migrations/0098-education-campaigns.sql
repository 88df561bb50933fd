-- breaking: no
-- Campaigns of education, exemptions from it, and what rooms keep of somebody whose two entries become one (docs/decisions/0089).

ALTER TABLE person_merge
  -- By what they are, the keys of the rows that went along.
  ADD COLUMN rows jsonb NOT NULL DEFAULT '{}';
CREATE INDEX trip_trail_person ON trip_trail (org_id, person) WHERE person IS NOT NULL;

CREATE TABLE education_campaign (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  -- What has to be completed: each of them once.
  topics text[] COLLATE "C" NOT NULL,
  courses text[] COLLATE "C" NOT NULL DEFAULT '{}',
  -- Whom it is for: units with all under them, and people; the whole house where both are empty.
  units text[] COLLATE "C" NOT NULL DEFAULT '{}',
  people text[] COLLATE "C" NOT NULL DEFAULT '{}',
  from_on date NOT NULL,
  until_on date NOT NULL,
  -- Recorded as publicity of the National Security Education Day when it starts.
  education_day boolean NOT NULL DEFAULT false,
  state text COLLATE "C" NOT NULL CHECK (state IN ('draft', 'running', 'closed')),
  made_at timestamptz NOT NULL,
  account text COLLATE "C",
  started_on date,
  closed_on date,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX education_campaign_made_at ON education_campaign (org_id, made_at);
ALTER TABLE education_campaign ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON education_campaign USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON education_campaign TO sallyport_app;

-- Whom it was addressed to when it started: the denominator, which neither joiners nor leavers change.
CREATE TABLE campaign_person (
  org_id text COLLATE "C" NOT NULL,
  campaign text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  unit text COLLATE "C",
  addressed_on date NOT NULL,
  reminded_on date,
  PRIMARY KEY (org_id, campaign, person),
  FOREIGN KEY (org_id, campaign) REFERENCES education_campaign (org_id, id)
);
CREATE INDEX campaign_person_person ON campaign_person (org_id, person);
CREATE INDEX campaign_person_addressed_on ON campaign_person (org_id, addressed_on);
ALTER TABLE campaign_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON campaign_person USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, reminded_on), DELETE ON campaign_person TO sallyport_app;

-- Somebody need not take part: no completion, and no rule reads it.
CREATE TABLE education_exemption (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  topic text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  granted_on date NOT NULL,
  -- The last day on which it holds.
  until_on date NOT NULL,
  account text COLLATE "C",
  ended_on date,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX education_exemption_person ON education_exemption (org_id, person, topic);
CREATE INDEX education_exemption_until_on ON education_exemption (org_id, until_on);
ALTER TABLE education_exemption ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON education_exemption USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, account, ended_on), DELETE ON education_exemption TO sallyport_app;
