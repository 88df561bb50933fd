-- breaking: no
-- Inputs of repeated requests were kept as plain hashes, which a copy of the database lets somebody try passwords and names against. From
-- now on they are hashes under a secret that is not in the database; the old ones go.
DELETE FROM idempotency;
