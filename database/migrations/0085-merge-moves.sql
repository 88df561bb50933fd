-- breaking: no
-- What else goes along when two entries of one person become one: prints, leavings, what was handed over (docs/decisions/0066).

ALTER TABLE person_merge
  ADD COLUMN prints text[] NOT NULL DEFAULT '{}',
  ADD COLUMN leavings text[] NOT NULL DEFAULT '{}',
  -- Items of others' leavings that were handed to the entry that goes: the leaving and the place in its list.
  ADD COLUMN received text[] NOT NULL DEFAULT '{}';
