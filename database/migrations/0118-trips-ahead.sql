-- breaking: no
-- What was handed in and has not left yet, in order: each morning those are found whose travellers have come to bear more than when they were
-- put on the trip (docs/decisions/0100).
CREATE INDEX fact_trip_ahead ON fact_trip (org_id, id)
  WHERE submitted_on IS NOT NULL AND departed_on IS NULL AND cancelled_on IS NULL AND closed_on IS NULL;
