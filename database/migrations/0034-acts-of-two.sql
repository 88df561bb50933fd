-- breaking: no
-- Waivers and overrides take two persons as well. What the room that asks puts down with its act is ids and words of its own.

ALTER TABLE two_person_act ADD COLUMN details jsonb;
ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_kind_check;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_kind_check
  CHECK (kind IN ('break-glass', 'recovery', 'separation-end', 'waiver', 'override'));
GRANT UPDATE (details) ON two_person_act TO sallyport_app;

-- What a waiver rests on: the decision, or the authority's letter.
ALTER TABLE fact_waiver ADD COLUMN "authority" text COLLATE "C";
