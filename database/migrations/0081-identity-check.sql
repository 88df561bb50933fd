-- breaking: no
-- Whoever follows a link that other people made is not let in by it: somebody looks at them first, and says so as an act of two persons.

-- Who asked for the recovery; `made_by` is who confirmed it, and neither may be the one who looks.
ALTER TABLE account_link ADD COLUMN asked_by text COLLATE "C";
-- What the holder of the link chose; it opens nothing before somebody has looked at them, and is emptied then.
ALTER TABLE account_link ADD COLUMN password_hash text COLLATE "C";

ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_kind_check;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_kind_check
  CHECK (kind IN ('break-glass', 'recovery', 'identity-check', 'separation-end', 'waiver', 'override', 'clause-confirmation', 'confirmation-end',
    'erasure', 'conflict-decision'));
-- Whose account it is may stop it; confirming is still for others.
ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_check1;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_check1
  CHECK (second_account IS NULL OR subject_account IS NULL OR outcome = 'withdrawn' OR second_account <> subject_account);
