-- breaking: no
-- When an incident was dismissed, to the minute: only what had not run out by then stops being owed, and some limits are hours.

ALTER TABLE fact_incident ADD COLUMN "dismissed_at" bigint;
