-- breaking: no
-- What somebody who reviewed a duty made into an incident: the decision names it. What to do about clauses that collide is decided by two.

ALTER TABLE fact_review_decision ADD COLUMN "incident" text COLLATE "C";
CREATE INDEX fact_review_decision_by_incident ON fact_review_decision (org_id, "incident", happened_on, id);
ALTER TABLE fact_review_decision ADD FOREIGN KEY (org_id, "incident") REFERENCES fact_incident (org_id, id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_kind_check;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_kind_check CHECK (kind IN ('break-glass', 'recovery', 'separation-end', 'waiver',
  'override', 'clause-confirmation', 'confirmation-end', 'erasure', 'conflict-decision', 'identity-check'));

-- What a cooling-off period has to say to hold, and what an eligibility check rests on (PEOPLE.md, Employment and Purpose walls).
ALTER TABLE fact_cooling_off
  ADD COLUMN "reason" text COLLATE "C",
  ADD COLUMN "conditions" text COLLATE "C",
  ADD COLUMN "compensation" text COLLATE "C",
  ADD COLUMN "objection_to" text COLLATE "C";
ALTER TABLE fact_eligibility_check
  ADD COLUMN "clause" text COLLATE "C",
  ADD COLUMN "exempted_by" text COLLATE "C";
