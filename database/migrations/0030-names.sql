-- breaking: no
-- Lists by name (DECISIONS 13) and search by two characters (DECISIONS 8). The keys come from a table of readings that is not in SQL: the
-- program makes them for the rows that are there when it starts next (docs/decisions/0045), and for others when it writes them.

ALTER TABLE fact_organisation ADD COLUMN sort_zh text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN sort_en text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE fact_unit ADD COLUMN sort_zh text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN sort_en text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE fact_person ADD COLUMN sort_zh text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN sort_en text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE fact_post ADD COLUMN sort_zh text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN sort_en text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE fact_branch ADD COLUMN sort_zh text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN sort_en text COLLATE "C" NOT NULL DEFAULT '';

CREATE INDEX fact_unit_by_sort_zh ON fact_unit (org_id, sort_zh, id);
CREATE INDEX fact_unit_by_sort_en ON fact_unit (org_id, sort_en, id);
CREATE INDEX fact_person_by_sort_zh ON fact_person (org_id, sort_zh, id);
CREATE INDEX fact_person_by_sort_en ON fact_person (org_id, sort_en, id);
CREATE INDEX fact_branch_by_sort_zh ON fact_branch (org_id, sort_zh, id);
CREATE INDEX fact_branch_by_sort_en ON fact_branch (org_id, sort_en, id);
-- A list of one unit or one kind of person is short, and is not to be looked for among all.
CREATE INDEX fact_person_by_unit_sort_zh ON fact_person (org_id, "unit", sort_zh, id);

CREATE TABLE search_gram (
  org_id text COLLATE "C" NOT NULL,
  gram text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, gram, kind, id)
);
CREATE INDEX search_gram_of_fact ON search_gram (org_id, kind, id);
ALTER TABLE search_gram ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON search_gram USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, DELETE ON search_gram TO sallyport_app;

-- Who leads a unit is asked for every unit of a page.
CREATE INDEX role_grant_unit ON role_grant (org_id, unit);
