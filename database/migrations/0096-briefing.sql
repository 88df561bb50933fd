-- breaking: no
-- The briefing before a journey: which blocks it has, what was read of them, and who signed (docs/decisions/0087).

CREATE TABLE trip_briefing (
  org_id text COLLATE "C" NOT NULL,
  traveller text COLLATE "C" NOT NULL,
  -- Another one begins when the plan asks for more than the last one held.
  number int NOT NULL,
  person text COLLATE "C" NOT NULL,
  -- The library it was put together from; the seed stays on the server.
  hash text COLLATE "C" NOT NULL,
  seed text COLLATE "C" NOT NULL,
  -- Each block with the hash of what it says, and why it is there.
  blocks jsonb NOT NULL,
  begun_on date NOT NULL,
  answers jsonb,
  answered_on date,
  -- Both signatures: who travels, and who briefed.
  signed_on date,
  briefed_on date,
  briefed_by text COLLATE "C",
  manner text COLLATE "C" CHECK (manner IN ('in-person', 'call', 'online')),
  held_on date,
  -- The facts that rules read, one for each topic.
  facts text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, traveller, number)
);
CREATE INDEX trip_briefing_begun_on ON trip_briefing (org_id, begun_on);
CREATE INDEX trip_briefing_person ON trip_briefing (org_id, person);
ALTER TABLE trip_briefing ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON trip_briefing USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE,
  UPDATE (person, hash, seed, blocks, answers, answered_on, signed_on, briefed_on, briefed_by, manner, held_on, facts)
  ON trip_briefing TO sallyport_app;

-- Days and nothing finer: reading is not timed (PEOPLE.md).
CREATE TABLE briefing_reading (
  org_id text COLLATE "C" NOT NULL,
  traveller text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  opened_on date NOT NULL,
  acknowledged_on date,
  PRIMARY KEY (org_id, traveller, hash)
);
CREATE INDEX briefing_reading_opened_on ON briefing_reading (org_id, opened_on);
CREATE INDEX briefing_reading_person ON briefing_reading (org_id, person);
ALTER TABLE briefing_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON briefing_reading USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (person, acknowledged_on), DELETE ON briefing_reading TO sallyport_app;
