-- breaking: no
-- What a closed day saw change, so that a row that reads otherwise afterwards is named: eight bytes of each leaf whose row was recorded since
-- the day that was closed before. Null of days that were closed earlier.
ALTER TABLE day_secret ADD COLUMN marks bytea;
