-- breaking: yes
-- Erasing a person takes two as any act of two does, and waits with them; requests of their own table go over, with who signed.

ALTER TABLE two_person_act DROP CONSTRAINT two_person_act_kind_check;
ALTER TABLE two_person_act ADD CONSTRAINT two_person_act_kind_check
  CHECK (kind IN ('break-glass', 'recovery', 'separation-end', 'waiver', 'override', 'clause-confirmation', 'confirmation-end', 'erasure'));

INSERT INTO two_person_act (org_id, id, kind, first_account, first_session, reason, details, asked_at, ends_at, second_account, decided_at, outcome)
SELECT org_id, id, 'erasure', first_account, coalesce(first_session, ''), coalesce(reason, '—'),
  CASE WHEN decided_at IS NULL THEN jsonb_build_object('person', person) END, asked_at, ends_at, second_account, decided_at,
  CASE WHEN decided_at IS NOT NULL THEN 'confirmed' END
FROM erasure_request WHERE first_account IS NOT NULL;
DROP TABLE erasure_request;
