-- breaking: no
-- What a token reads leaves the house under a handover; when that is cancelled the token ends with it (PEOPLE.md, "Going out of the house").

ALTER TABLE api_token ADD COLUMN handover text COLLATE "C";
CREATE INDEX api_token_handover ON api_token (org_id, handover);
