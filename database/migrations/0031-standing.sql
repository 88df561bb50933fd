-- breaking: no
-- Those of a rare standing may all stand at the end of the list (visitors with names in letters): it is not walked through to find them.

CREATE INDEX fact_person_by_standing_zh ON fact_person (org_id, "standing", sort_zh, id);
CREATE INDEX fact_person_by_standing_en ON fact_person (org_id, "standing", sort_en, id);
