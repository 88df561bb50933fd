-- breaking: yes
-- Whom a campaign of education was planned for by name: a row each, so that it goes with the person when they are erased and along when two
-- entries become one (docs/decisions/0100). A campaign for named people alone is for nobody once they are gone, and not for the whole house.
CREATE TABLE campaign_chosen (
  org_id text COLLATE "C" NOT NULL,
  campaign text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, campaign, person),
  FOREIGN KEY (org_id, campaign) REFERENCES education_campaign (org_id, id) ON DELETE CASCADE
);
CREATE INDEX campaign_chosen_person ON campaign_chosen (org_id, person);
CREATE INDEX campaign_chosen_chosen_at ON campaign_chosen (org_id, chosen_at);
ALTER TABLE campaign_chosen ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON campaign_chosen USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person), DELETE ON campaign_chosen TO sallyport_app;

INSERT INTO campaign_chosen (org_id, campaign, person, chosen_at)
  SELECT DISTINCT org_id, id, one, made_at FROM education_campaign CROSS JOIN unnest(people) AS one;

ALTER TABLE education_campaign ADD COLUMN everybody boolean NOT NULL DEFAULT false;
UPDATE education_campaign SET everybody = units = '{}' AND people = '{}';
ALTER TABLE education_campaign DROP COLUMN people;
