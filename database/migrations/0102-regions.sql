-- breaking: no
-- Where an organisation, a department or a building site is: a local regulation binds what is in its territory alone. Nobody said so far
-- where an organisation is, so that duties of Chongqing's regulations are unclear until its register says it: neither owed nor left
-- out in silence.

ALTER TABLE fact_organisation ADD COLUMN "region" text COLLATE "C";
ALTER TABLE fact_unit ADD COLUMN "region" text COLLATE "C";
ALTER TABLE fact_building_project ADD COLUMN "region" text COLLATE "C";
