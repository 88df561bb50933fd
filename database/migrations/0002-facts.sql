-- breaking: no
-- The register: one table a kind of fact, as the vocabulary declares it (a test compares column by column), read by generated SQL.
-- `version` is the optimistic version; what a fact said before lies in fact_version. A withdrawn fact is no longer here.

CREATE TABLE fact_appointment (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "person" text COLLATE "C",
  "role" text COLLATE "C" NOT NULL,
  "appointed_on" date,
  "ended_on" date,
  "in_writing" boolean NOT NULL,
  "trained_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_appointment_by_organisation ON fact_appointment (org_id, "organisation", happened_on, id);
CREATE INDEX fact_appointment_by_person ON fact_appointment (org_id, "person", happened_on, id);
ALTER TABLE fact_appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_appointment USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_appointment TO sallyport_app;

CREATE TABLE fact_designation_letter (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "issued_on" date,
  "revoked_on" date,
  "reference" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_designation_letter_by_organisation ON fact_designation_letter (org_id, "organisation", happened_on, id);
ALTER TABLE fact_designation_letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_designation_letter USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_designation_letter TO sallyport_app;

CREATE TABLE fact_organisation (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "seat" text COLLATE "C" NOT NULL,
  "established_on" date,
  "dissolved_on" date,
  "programme_started_on" date,
  "key_unit_since" date,
  "infrastructure_operator_since" date,
  "secret_bearing_since" date,
  "qualified_firm_since" date,
  "logistics_since" date,
  "telecom_since" date,
  "internet_since" date,
  "school_since" date,
  "research_since" date,
  "state_organ_since" date,
  "cleared_since" date,
  "important_data_since" date,
  "has_superior" boolean NOT NULL,
  "foreign_exchange" boolean NOT NULL,
  "sends_abroad" boolean NOT NULL,
  "posts_abroad" boolean NOT NULL,
  "trains_public_staff" boolean NOT NULL,
  "media" boolean NOT NULL,
  "examines_courier_licences" boolean NOT NULL,
  "keeps_information_systems" boolean NOT NULL,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
ALTER TABLE fact_organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_organisation USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_organisation TO sallyport_app;

CREATE TABLE fact_setting (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "value" text COLLATE "C" NOT NULL,
  "from_day" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_setting_by_organisation ON fact_setting (org_id, "organisation", happened_on, id);
ALTER TABLE fact_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_setting USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_setting TO sallyport_app;

CREATE TABLE fact_unit (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "parent" text COLLATE "C",
  "name" text COLLATE "C" NOT NULL,
  "established_on" date,
  "closed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_unit_by_organisation ON fact_unit (org_id, "organisation", happened_on, id);
CREATE INDEX fact_unit_by_parent ON fact_unit (org_id, "parent", happened_on, id);
ALTER TABLE fact_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_unit USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_unit TO sallyport_app;

CREATE TABLE fact_assignment (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "post" text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "decided_on" date,
  "starts_on" date NOT NULL,
  "ended_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_assignment_by_person ON fact_assignment (org_id, "person", happened_on, id);
CREATE INDEX fact_assignment_by_post ON fact_assignment (org_id, "post", happened_on, id);
CREATE INDEX fact_assignment_by_organisation ON fact_assignment (org_id, "organisation", happened_on, id);
ALTER TABLE fact_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_assignment USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_assignment TO sallyport_app;

CREATE TABLE fact_clearance (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "granted_on" date,
  "access_on" date,
  "derivative_since" date,
  "debriefed_on" date,
  "ended_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_clearance_by_person ON fact_clearance (org_id, "person", happened_on, id);
CREATE INDEX fact_clearance_by_organisation ON fact_clearance (org_id, "organisation", happened_on, id);
ALTER TABLE fact_clearance ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_clearance USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_clearance TO sallyport_app;

CREATE TABLE fact_commitment (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "assignment" text COLLATE "C",
  "topic" text COLLATE "C" NOT NULL,
  "signed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_commitment_by_person ON fact_commitment (org_id, "person", happened_on, id);
CREATE INDEX fact_commitment_by_assignment ON fact_commitment (org_id, "assignment", happened_on, id);
ALTER TABLE fact_commitment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_commitment USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_commitment TO sallyport_app;

CREATE TABLE fact_compliance_check (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "cooling_off" text COLLATE "C" NOT NULL,
  "checked_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_compliance_check_by_cooling_off ON fact_compliance_check (org_id, "cooling_off", happened_on, id);
ALTER TABLE fact_compliance_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_compliance_check USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_compliance_check TO sallyport_app;

CREATE TABLE fact_cooling_off (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "leaving" text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "starts_on" date,
  "ends_on" date NOT NULL,
  "notice_on" date,
  "compensation_decided_on" date,
  "objection_open_until" date,
  "lifted_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_cooling_off_by_leaving ON fact_cooling_off (org_id, "leaving", happened_on, id);
CREATE INDEX fact_cooling_off_by_person ON fact_cooling_off (org_id, "person", happened_on, id);
CREATE INDEX fact_cooling_off_by_organisation ON fact_cooling_off (org_id, "organisation", happened_on, id);
ALTER TABLE fact_cooling_off ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_cooling_off USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_cooling_off TO sallyport_app;

CREATE TABLE fact_eligibility_check (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "assignment" text COLLATE "C",
  "basis" text COLLATE "C" NOT NULL,
  "result" text COLLATE "C",
  "checked_on" date,
  "valid_until" date,
  "checked_by" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_eligibility_check_by_person ON fact_eligibility_check (org_id, "person", happened_on, id);
CREATE INDEX fact_eligibility_check_by_assignment ON fact_eligibility_check (org_id, "assignment", happened_on, id);
ALTER TABLE fact_eligibility_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_eligibility_check USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_eligibility_check TO sallyport_app;

CREATE TABLE fact_leaving (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "assignment" text COLLATE "C",
  "organisation" text COLLATE "C" NOT NULL,
  "secret_bearing" boolean NOT NULL,
  "without_permission" boolean NOT NULL,
  "decided_on" date,
  "effective_on" date NOT NULL,
  "talk_on" date,
  "items_returned_on" date,
  "access_cancelled_on" date,
  "debriefed_on" date,
  "reported_on" date,
  "withdrawn_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_leaving_by_person ON fact_leaving (org_id, "person", happened_on, id);
CREATE INDEX fact_leaving_by_assignment ON fact_leaving (org_id, "assignment", happened_on, id);
CREATE INDEX fact_leaving_by_organisation ON fact_leaving (org_id, "organisation", happened_on, id);
ALTER TABLE fact_leaving ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_leaving USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_leaving TO sallyport_app;

CREATE TABLE fact_person (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "name" text COLLATE "C" NOT NULL,
  "standing" text COLLATE "C" NOT NULL,
  "joined_on" date,
  "left_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_person_by_organisation ON fact_person (org_id, "organisation", happened_on, id);
CREATE INDEX fact_person_by_unit ON fact_person (org_id, "unit", happened_on, id);
ALTER TABLE fact_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_person USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_person TO sallyport_app;

CREATE TABLE fact_post (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "title" text COLLATE "C" NOT NULL,
  "secret_class" text COLLATE "C" NOT NULL,
  "foreign_facing" boolean NOT NULL,
  "key_security_post" boolean NOT NULL,
  "public_staff" boolean NOT NULL,
  "created_on" date,
  "abolished_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_post_by_organisation ON fact_post (org_id, "organisation", happened_on, id);
CREATE INDEX fact_post_by_unit ON fact_post (org_id, "unit", happened_on, id);
ALTER TABLE fact_post ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_post USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_post TO sallyport_app;

CREATE TABLE fact_approval (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "trip" text COLLATE "C",
  "traveller" text COLLATE "C",
  "role" text COLLATE "C" NOT NULL,
  "verdict" text COLLATE "C" NOT NULL,
  "decided_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_approval_by_trip ON fact_approval (org_id, "trip", happened_on, id);
CREATE INDEX fact_approval_by_traveller ON fact_approval (org_id, "traveller", happened_on, id);
ALTER TABLE fact_approval ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_approval USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_approval TO sallyport_app;

CREATE TABLE fact_branch (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "opened_on" date,
  "closed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_branch_by_organisation ON fact_branch (org_id, "organisation", happened_on, id);
ALTER TABLE fact_branch ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_branch USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_branch TO sallyport_app;

CREATE TABLE fact_briefing (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "topic" text COLLATE "C" NOT NULL,
  "held_on" date,
  "acknowledged_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_briefing_by_traveller ON fact_briefing (org_id, "traveller", happened_on, id);
ALTER TABLE fact_briefing ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_briefing USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_briefing TO sallyport_app;

CREATE TABLE fact_check_in (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "channel" text COLLATE "C" NOT NULL,
  "received_on" date,
  "received_at" bigint,
  "state" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_check_in_by_traveller ON fact_check_in (org_id, "traveller", happened_on, id);
ALTER TABLE fact_check_in ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_check_in USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_check_in TO sallyport_app;

CREATE TABLE fact_debrief (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "held_on" date,
  "copy_given_on" date,
  "answers" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_debrief_by_traveller ON fact_debrief (org_id, "traveller", happened_on, id);
ALTER TABLE fact_debrief ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_debrief USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_debrief TO sallyport_app;

CREATE TABLE fact_deviation (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "occurred_on" date,
  "reported_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_deviation_by_traveller ON fact_deviation (org_id, "traveller", happened_on, id);
ALTER TABLE fact_deviation ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_deviation USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_deviation TO sallyport_app;

CREATE TABLE fact_drill (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "plan" text COLLATE "C",
  "held_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_drill_by_organisation ON fact_drill (org_id, "organisation", happened_on, id);
CREATE INDEX fact_drill_by_plan ON fact_drill (org_id, "plan", happened_on, id);
ALTER TABLE fact_drill ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_drill USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_drill TO sallyport_app;

CREATE TABLE fact_item_check (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "stage" text COLLATE "C" NOT NULL,
  "checked_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_item_check_by_traveller ON fact_item_check (org_id, "traveller", happened_on, id);
ALTER TABLE fact_item_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_item_check USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_item_check TO sallyport_app;

CREATE TABLE fact_leg (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "trip" text COLLATE "C" NOT NULL,
  "order" bigint NOT NULL,
  "place" text COLLATE "C",
  "host" text COLLATE "C",
  "host_named" boolean NOT NULL,
  "planned_on" date,
  "arrives_on" date,
  "leaves_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_leg_by_trip ON fact_leg (org_id, "trip", happened_on, id);
ALTER TABLE fact_leg ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_leg USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_leg TO sallyport_app;

CREATE TABLE fact_posting (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "branch" text COLLATE "C",
  "person" text COLLATE "C" NOT NULL,
  "decided_on" date,
  "starts_on" date NOT NULL,
  "ended_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_posting_by_organisation ON fact_posting (org_id, "organisation", happened_on, id);
CREATE INDEX fact_posting_by_branch ON fact_posting (org_id, "branch", happened_on, id);
CREATE INDEX fact_posting_by_person ON fact_posting (org_id, "person", happened_on, id);
ALTER TABLE fact_posting ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_posting USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_posting TO sallyport_app;

CREATE TABLE fact_security_plan (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "branch" text COLLATE "C",
  "posting" text COLLATE "C",
  "activity" text COLLATE "C",
  "scope" text COLLATE "C" NOT NULL,
  "approved_on" date,
  "valid_until" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_security_plan_by_organisation ON fact_security_plan (org_id, "organisation", happened_on, id);
CREATE INDEX fact_security_plan_by_branch ON fact_security_plan (org_id, "branch", happened_on, id);
CREATE INDEX fact_security_plan_by_posting ON fact_security_plan (org_id, "posting", happened_on, id);
CREATE INDEX fact_security_plan_by_activity ON fact_security_plan (org_id, "activity", happened_on, id);
ALTER TABLE fact_security_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_security_plan USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_security_plan TO sallyport_app;

CREATE TABLE fact_travel_report (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "topic" text COLLATE "C" NOT NULL,
  "filed_on" date,
  "body" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_travel_report_by_traveller ON fact_travel_report (org_id, "traveller", happened_on, id);
ALTER TABLE fact_travel_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_travel_report USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_travel_report TO sallyport_app;

CREATE TABLE fact_traveller (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "trip" text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "leader" boolean NOT NULL,
  "secret_bearing" boolean,
  "cleared" boolean NOT NULL,
  "briefing_required" boolean,
  "added_on" date,
  "acknowledged_on" date,
  "withdrawn_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_traveller_by_trip ON fact_traveller (org_id, "trip", happened_on, id);
CREATE INDEX fact_traveller_by_person ON fact_traveller (org_id, "person", happened_on, id);
ALTER TABLE fact_traveller ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_traveller USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_traveller TO sallyport_app;

CREATE TABLE fact_trip (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "abroad" boolean,
  "purpose_text" text COLLATE "C",
  "emergency" boolean NOT NULL,
  "created_on" date,
  "submitted_on" date,
  "approved_on" date,
  "departs_on" date,
  "returns_on" date,
  "departed_on" date,
  "returned_on" date,
  "oral_notice_on" date,
  "closed_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_trip_by_organisation ON fact_trip (org_id, "organisation", happened_on, id);
CREATE INDEX fact_trip_by_unit ON fact_trip (org_id, "unit", happened_on, id);
ALTER TABLE fact_trip ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_trip USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_trip TO sallyport_app;

CREATE TABLE fact_completion (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "course" text COLLATE "C",
  "topic" text COLLATE "C" NOT NULL,
  "completed_on" date,
  "valid_until" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_completion_by_person ON fact_completion (org_id, "person", happened_on, id);
CREATE INDEX fact_completion_by_course ON fact_completion (org_id, "course", happened_on, id);
ALTER TABLE fact_completion ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_completion USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_completion TO sallyport_app;

CREATE TABLE fact_course (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "topic" text COLLATE "C" NOT NULL,
  "audience" text COLLATE "C" NOT NULL,
  "held_on" date,
  "attended" bigint,
  "title" text COLLATE "C",
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_course_by_organisation ON fact_course (org_id, "organisation", happened_on, id);
CREATE INDEX fact_course_by_unit ON fact_course (org_id, "unit", happened_on, id);
ALTER TABLE fact_course ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_course USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_course TO sallyport_app;

CREATE TABLE fact_internal_rule (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "topic" text COLLATE "C" NOT NULL,
  "touches_staff" boolean NOT NULL,
  "consulted_on" date,
  "adopted_on" date,
  "published_on" date,
  "ended_on" date,
  "title" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_internal_rule_by_organisation ON fact_internal_rule (org_id, "organisation", happened_on, id);
ALTER TABLE fact_internal_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_internal_rule USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_internal_rule TO sallyport_app;

CREATE TABLE fact_publicity_record (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "topic" text COLLATE "C" NOT NULL,
  "published_on" date,
  "where" text COLLATE "C",
  "to_all_staff" boolean NOT NULL,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_publicity_record_by_organisation ON fact_publicity_record (org_id, "organisation", happened_on, id);
ALTER TABLE fact_publicity_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_publicity_record USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_publicity_record TO sallyport_app;

CREATE TABLE fact_agreement (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "engagement" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "signed_on" date,
  "ends_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_agreement_by_organisation ON fact_agreement (org_id, "organisation", happened_on, id);
CREATE INDEX fact_agreement_by_engagement ON fact_agreement (org_id, "engagement", happened_on, id);
ALTER TABLE fact_agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_agreement USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_agreement TO sallyport_app;

CREATE TABLE fact_engagement (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "planned_on" date,
  "starts_on" date,
  "reviewed_on" date,
  "qualification_seen_on" date,
  "ended_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_engagement_by_organisation ON fact_engagement (org_id, "organisation", happened_on, id);
ALTER TABLE fact_engagement ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_engagement USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_engagement TO sallyport_app;

CREATE TABLE fact_exchange_activity (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "planned_on" date,
  "starts_on" date,
  "ends_on" date,
  "approved_on" date,
  "talking_points_on" date,
  "briefed_on" date,
  "recorded_on" date,
  "materials_given" boolean,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_exchange_activity_by_organisation ON fact_exchange_activity (org_id, "organisation", happened_on, id);
CREATE INDEX fact_exchange_activity_by_unit ON fact_exchange_activity (org_id, "unit", happened_on, id);
ALTER TABLE fact_exchange_activity ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_exchange_activity USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_exchange_activity TO sallyport_app;

CREATE TABLE fact_foreign_contact (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C",
  "body" text COLLATE "C",
  "topics" text COLLATE "C",
  "first_met_on" date,
  "ended_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_foreign_contact_by_person ON fact_foreign_contact (org_id, "person", happened_on, id);
ALTER TABLE fact_foreign_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_foreign_contact USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_foreign_contact TO sallyport_app;

CREATE TABLE fact_foreign_matter_report (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "activity" text COLLATE "C",
  "learnt_on" date,
  "reported_on" date,
  "recorded_on" date,
  "content" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_foreign_matter_report_by_organisation ON fact_foreign_matter_report (org_id, "organisation", happened_on, id);
CREATE INDEX fact_foreign_matter_report_by_activity ON fact_foreign_matter_report (org_id, "activity", happened_on, id);
ALTER TABLE fact_foreign_matter_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_foreign_matter_report USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_foreign_matter_report TO sallyport_app;

CREATE TABLE fact_publication (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "proposed_on" date,
  "published_on" date,
  "withdrawn_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_publication_by_organisation ON fact_publication (org_id, "organisation", happened_on, id);
ALTER TABLE fact_publication ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_publication USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_publication TO sallyport_app;

CREATE TABLE fact_release_review (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "activity" text COLLATE "C",
  "publication" text COLLATE "C",
  "verdict" text COLLATE "C" NOT NULL,
  "reviewed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_release_review_by_organisation ON fact_release_review (org_id, "organisation", happened_on, id);
CREATE INDEX fact_release_review_by_activity ON fact_release_review (org_id, "activity", happened_on, id);
CREATE INDEX fact_release_review_by_publication ON fact_release_review (org_id, "publication", happened_on, id);
ALTER TABLE fact_release_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_release_review USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_release_review TO sallyport_app;

CREATE TABLE fact_change_report (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "changed_on" date,
  "reported_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_change_report_by_organisation ON fact_change_report (org_id, "organisation", happened_on, id);
ALTER TABLE fact_change_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_change_report USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_change_report TO sallyport_app;

CREATE TABLE fact_incident (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "clock" text COLLATE "C" NOT NULL,
  "discovered_on" date,
  "discovered_at" bigint,
  "contained_on" date,
  "contained_at" bigint,
  "inquiry_on" date,
  "concluded_on" date,
  "content" text COLLATE "C",
  "dismissed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_incident_by_organisation ON fact_incident (org_id, "organisation", happened_on, id);
ALTER TABLE fact_incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_incident USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_incident TO sallyport_app;

CREATE TABLE fact_referral (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "incident" text COLLATE "C",
  "report" text COLLATE "C",
  "receiver" text COLLATE "C" NOT NULL,
  "stage" text COLLATE "C" NOT NULL,
  "sent_on" date,
  "sent_at" bigint,
  "in_writing" boolean NOT NULL,
  "reference" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_referral_by_organisation ON fact_referral (org_id, "organisation", happened_on, id);
CREATE INDEX fact_referral_by_incident ON fact_referral (org_id, "incident", happened_on, id);
CREATE INDEX fact_referral_by_report ON fact_referral (org_id, "report", happened_on, id);
ALTER TABLE fact_referral ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_referral USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_referral TO sallyport_app;

CREATE TABLE fact_report (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "received_on" date,
  "received_at" bigint,
  "track" text COLLATE "C",
  "acknowledged_on" date,
  "answered_on" date,
  "content" text COLLATE "C",
  "withdrawn_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_report_by_organisation ON fact_report (org_id, "organisation", happened_on, id);
ALTER TABLE fact_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_report USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_report TO sallyport_app;

CREATE TABLE fact_access_grant (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "document" text COLLATE "C" NOT NULL,
  "person" text COLLATE "C",
  "outside_scope" boolean NOT NULL,
  "granted_on" date,
  "approved_on" date,
  "recorded_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_access_grant_by_document ON fact_access_grant (org_id, "document", happened_on, id);
CREATE INDEX fact_access_grant_by_person ON fact_access_grant (org_id, "person", happened_on, id);
ALTER TABLE fact_access_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_access_grant USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_access_grant TO sallyport_app;

CREATE TABLE fact_building_project (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "in_control_area" boolean,
  "planned_on" date,
  "starts_on" date,
  "started_on" date,
  "permitted_on" date,
  "accepted_on" date,
  "in_use_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_building_project_by_organisation ON fact_building_project (org_id, "organisation", happened_on, id);
ALTER TABLE fact_building_project ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_building_project USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_building_project TO sallyport_app;

CREATE TABLE fact_copy (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "document" text COLLATE "C" NOT NULL,
  "place" text COLLATE "C",
  "custodian" text COLLATE "C",
  "copy_number" bigint,
  "reproduction" boolean NOT NULL,
  "made_on" date,
  "approved_on" date,
  "originator_consent_on" date,
  "registered_on" date,
  "custodian_named_on" date,
  "destruction_approved_on" date,
  "counted_on" date,
  "witnesses" bigint,
  "destroyed_on" date,
  "missing_on" date,
  "returned_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_copy_by_document ON fact_copy (org_id, "document", happened_on, id);
CREATE INDEX fact_copy_by_place ON fact_copy (org_id, "place", happened_on, id);
CREATE INDEX fact_copy_by_custodian ON fact_copy (org_id, "custodian", happened_on, id);
ALTER TABLE fact_copy ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_copy USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_copy TO sallyport_app;

CREATE TABLE fact_document (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "number" text COLLATE "C",
  "title" text COLLATE "C",
  "level" text COLLATE "C",
  "derivative" boolean NOT NULL,
  "unclear" boolean NOT NULL,
  "above_power" boolean NOT NULL,
  "source" text COLLATE "C",
  "created_on" date,
  "proposed_on" date,
  "determined_on" date,
  "marked_on" date,
  "period_ends_on" date,
  "scope_set_on" date,
  "draft_submitted_on" date,
  "disputed_on" date,
  "claimed_level" text COLLATE "C",
  "dispute_settled_on" date,
  "changed_on" date,
  "change_notice_on" date,
  "declassified_on" date,
  "destroyed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_document_by_organisation ON fact_document (org_id, "organisation", happened_on, id);
CREATE INDEX fact_document_by_source ON fact_document (org_id, "source", happened_on, id);
ALTER TABLE fact_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_document USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_document TO sallyport_app;

CREATE TABLE fact_document_review (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "document" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C" NOT NULL,
  "reviewed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_document_review_by_document ON fact_document_review (org_id, "document", happened_on, id);
ALTER TABLE fact_document_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_document_review USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_document_review TO sallyport_app;

CREATE TABLE fact_equipment (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "system" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "acquired_on" date,
  "reported_on" date,
  "sanitised_on" date,
  "disposed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_equipment_by_organisation ON fact_equipment (org_id, "organisation", happened_on, id);
CREATE INDEX fact_equipment_by_system ON fact_equipment (org_id, "system", happened_on, id);
ALTER TABLE fact_equipment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_equipment USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_equipment TO sallyport_app;

CREATE TABLE fact_licence (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "project" text COLLATE "C",
  "application" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "granted_on" date,
  "valid_until" date,
  "revoked_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_licence_by_organisation ON fact_licence (org_id, "organisation", happened_on, id);
CREATE INDEX fact_licence_by_project ON fact_licence (org_id, "project", happened_on, id);
CREATE INDEX fact_licence_by_application ON fact_licence (org_id, "application", happened_on, id);
ALTER TABLE fact_licence ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_licence USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_licence TO sallyport_app;

CREATE TABLE fact_licence_application (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "accepted_on" date,
  "opinion_asked_on" date,
  "opinion_received_on" date,
  "decided_on" date,
  "withdrawn_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_licence_application_by_organisation ON fact_licence_application (org_id, "organisation", happened_on, id);
ALTER TABLE fact_licence_application ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_licence_application USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_licence_application TO sallyport_app;

CREATE TABLE fact_meeting (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "level" text COLLATE "C" NOT NULL,
  "planned_on" date,
  "held_on" date NOT NULL,
  "plan_on" date,
  "participants_set_on" date,
  "educated_on" date,
  "place_checked_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_meeting_by_organisation ON fact_meeting (org_id, "organisation", happened_on, id);
ALTER TABLE fact_meeting ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_meeting USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_meeting TO sallyport_app;

CREATE TABLE fact_movement (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "copy" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "moved_on" date,
  "approved_on" date,
  "received_on" date,
  "carriers" bigint,
  "supervised_on" date,
  "due_back_on" date,
  "returned_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_movement_by_copy ON fact_movement (org_id, "copy", happened_on, id);
ALTER TABLE fact_movement ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_movement USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_movement TO sallyport_app;

CREATE TABLE fact_place (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "key_area" boolean NOT NULL,
  "secret_matters" boolean NOT NULL,
  "designated_on" date,
  "confirmed_on" date,
  "isolated_on" date,
  "closed_management_on" date,
  "warning_line_on" date,
  "closed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_place_by_organisation ON fact_place (org_id, "organisation", happened_on, id);
ALTER TABLE fact_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_place USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_place TO sallyport_app;

CREATE TABLE fact_protection_check (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "place" text COLLATE "C",
  "system" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "checked_on" date,
  "passed" boolean,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_protection_check_by_organisation ON fact_protection_check (org_id, "organisation", happened_on, id);
CREATE INDEX fact_protection_check_by_place ON fact_protection_check (org_id, "place", happened_on, id);
CREATE INDEX fact_protection_check_by_system ON fact_protection_check (org_id, "system", happened_on, id);
ALTER TABLE fact_protection_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_protection_check USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_protection_check TO sallyport_app;

CREATE TABLE fact_system (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "level" text COLLATE "C",
  "classified" boolean NOT NULL,
  "planned_on" date,
  "tested_on" date,
  "accepted_on" date,
  "in_use_on" date,
  "changed_on" date,
  "public_network" boolean,
  "retired_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_system_by_organisation ON fact_system (org_id, "organisation", happened_on, id);
ALTER TABLE fact_system ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_system USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_system TO sallyport_app;

CREATE TABLE fact_annual_report (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "programme" text COLLATE "C" NOT NULL,
  "submitted_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_annual_report_by_organisation ON fact_annual_report (org_id, "organisation", happened_on, id);
ALTER TABLE fact_annual_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_annual_report USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_annual_report TO sallyport_app;

CREATE TABLE fact_assessment (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "programme" text COLLATE "C" NOT NULL,
  "completed_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_assessment_by_organisation ON fact_assessment (org_id, "organisation", happened_on, id);
ALTER TABLE fact_assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_assessment USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_assessment TO sallyport_app;

CREATE TABLE fact_authority_notice (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "received_on" date,
  "limit_on" date,
  "answered_on" date,
  "done_on" date,
  "withdrawn_on" date,
  "foreign" boolean NOT NULL,
  "reference" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_authority_notice_by_organisation ON fact_authority_notice (org_id, "organisation", happened_on, id);
ALTER TABLE fact_authority_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_authority_notice USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_authority_notice TO sallyport_app;

CREATE TABLE fact_authority_visit (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "notice" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "started_on" date,
  "officers" bigint,
  "credentials_seen_on" date,
  "record_filed_on" date,
  "list_given_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_authority_visit_by_organisation ON fact_authority_visit (org_id, "organisation", happened_on, id);
CREATE INDEX fact_authority_visit_by_notice ON fact_authority_visit (org_id, "notice", happened_on, id);
ALTER TABLE fact_authority_visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_authority_visit USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_authority_visit TO sallyport_app;

CREATE TABLE fact_finding (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "self_inspection" text COLLATE "C",
  "notice" text COLLATE "C",
  "grade" text COLLATE "C" NOT NULL,
  "raised_on" date,
  "due_on" date,
  "description" text COLLATE "C",
  "rejected_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_finding_by_organisation ON fact_finding (org_id, "organisation", happened_on, id);
CREATE INDEX fact_finding_by_self_inspection ON fact_finding (org_id, "self_inspection", happened_on, id);
CREATE INDEX fact_finding_by_notice ON fact_finding (org_id, "notice", happened_on, id);
ALTER TABLE fact_finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_finding USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_finding TO sallyport_app;

CREATE TABLE fact_remedy (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "finding" text COLLATE "C" NOT NULL,
  "planned_on" date,
  "done_on" date,
  "verified_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_remedy_by_finding ON fact_remedy (org_id, "finding", happened_on, id);
ALTER TABLE fact_remedy ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_remedy USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_remedy TO sallyport_app;

CREATE TABLE fact_self_inspection (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "programme" text COLLATE "C" NOT NULL,
  "completed_on" date,
  "certified_on" date,
  "reported_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_self_inspection_by_organisation ON fact_self_inspection (org_id, "organisation", happened_on, id);
CREATE INDEX fact_self_inspection_by_unit ON fact_self_inspection (org_id, "unit", happened_on, id);
ALTER TABLE fact_self_inspection ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_self_inspection USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_self_inspection TO sallyport_app;

CREATE TABLE fact_standing_review (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "duty" text COLLATE "C" NOT NULL,
  "reviewed_on" date,
  "note" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_standing_review_by_organisation ON fact_standing_review (org_id, "organisation", happened_on, id);
ALTER TABLE fact_standing_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_standing_review USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_standing_review TO sallyport_app;

CREATE TABLE fact_handover (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "notice" text COLLATE "C",
  "receiver" text COLLATE "C" NOT NULL,
  "personal_data" boolean NOT NULL,
  "planned_on" date,
  "approved_on" date,
  "authority_approved_on" date,
  "gives_on" date,
  "given_on" date,
  "cancelled_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_handover_by_organisation ON fact_handover (org_id, "organisation", happened_on, id);
CREATE INDEX fact_handover_by_notice ON fact_handover (org_id, "notice", happened_on, id);
ALTER TABLE fact_handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_handover USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_handover TO sallyport_app;

CREATE TABLE fact_impact_assessment (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "activity" text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "completed_on" date,
  "kept_until" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_impact_assessment_by_activity ON fact_impact_assessment (org_id, "activity", happened_on, id);
CREATE INDEX fact_impact_assessment_by_organisation ON fact_impact_assessment (org_id, "organisation", happened_on, id);
ALTER TABLE fact_impact_assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_impact_assessment USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_impact_assessment TO sallyport_app;

CREATE TABLE fact_override (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "granted_on" date,
  "until" date NOT NULL,
  "reason" text COLLATE "C",
  "first_person" text COLLATE "C",
  "second_person" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_override_by_organisation ON fact_override (org_id, "organisation", happened_on, id);
CREATE INDEX fact_override_by_duty ON fact_override (org_id, rule, subject);
ALTER TABLE fact_override ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_override USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_override TO sallyport_app;

CREATE TABLE fact_processing_activity (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "sensitive" boolean NOT NULL,
  "cross_border" boolean NOT NULL,
  "entrusted" boolean NOT NULL,
  "automated" boolean NOT NULL,
  "secrecy_required" boolean NOT NULL,
  "urgent" boolean NOT NULL,
  "planned_on" date,
  "starts_on" date,
  "started_on" date,
  "basis_recorded_on" date,
  "notice_on" date,
  "consent_on" date,
  "transfer_route_on" date,
  "retention_set_on" date,
  "ended_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_processing_activity_by_organisation ON fact_processing_activity (org_id, "organisation", happened_on, id);
ALTER TABLE fact_processing_activity ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_processing_activity USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_processing_activity TO sallyport_app;

CREATE TABLE fact_review_decision (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "verdict" text COLLATE "C" NOT NULL,
  "decided_on" date,
  "reason" text COLLATE "C",
  "decided_by" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_review_decision_by_organisation ON fact_review_decision (org_id, "organisation", happened_on, id);
CREATE INDEX fact_review_decision_by_duty ON fact_review_decision (org_id, rule, subject);
ALTER TABLE fact_review_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_review_decision USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_review_decision TO sallyport_app;

CREATE TABLE fact_rights_request (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "received_on" date,
  "answered_on" date,
  "reasons_given" boolean,
  "withdrawn_on" date,
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_rights_request_by_organisation ON fact_rights_request (org_id, "organisation", happened_on, id);
ALTER TABLE fact_rights_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_rights_request USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_rights_request TO sallyport_app;

CREATE TABLE fact_waiver (
  org_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  "organisation" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "period" date,
  "granted_on" date,
  "until" date NOT NULL,
  "reason" text COLLATE "C",
  "first_person" text COLLATE "C",
  "second_person" text COLLATE "C",
  happened_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX fact_waiver_by_organisation ON fact_waiver (org_id, "organisation", happened_on, id);
CREATE INDEX fact_waiver_by_duty ON fact_waiver (org_id, rule, subject);
ALTER TABLE fact_waiver ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_waiver USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_waiver TO sallyport_app;

-- References hold within one organisation. Checked at the end of the transaction, so that a batch may come in any order.
ALTER TABLE fact_appointment ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_appointment ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_designation_letter ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_setting ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_unit ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_unit ADD FOREIGN KEY (org_id, "parent") REFERENCES fact_unit (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_assignment ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_assignment ADD FOREIGN KEY (org_id, "post") REFERENCES fact_post (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_assignment ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_clearance ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_clearance ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_commitment ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_commitment ADD FOREIGN KEY (org_id, "assignment") REFERENCES fact_assignment (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_compliance_check ADD FOREIGN KEY (org_id, "cooling_off") REFERENCES fact_cooling_off (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_cooling_off ADD FOREIGN KEY (org_id, "leaving") REFERENCES fact_leaving (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_cooling_off ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_cooling_off ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_eligibility_check ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_eligibility_check ADD FOREIGN KEY (org_id, "assignment") REFERENCES fact_assignment (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_leaving ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_leaving ADD FOREIGN KEY (org_id, "assignment") REFERENCES fact_assignment (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_leaving ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_person ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_person ADD FOREIGN KEY (org_id, "unit") REFERENCES fact_unit (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_post ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_post ADD FOREIGN KEY (org_id, "unit") REFERENCES fact_unit (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_approval ADD FOREIGN KEY (org_id, "trip") REFERENCES fact_trip (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_approval ADD FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_branch ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_briefing ADD FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_check_in ADD FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_debrief ADD FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_deviation ADD FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_drill ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_drill ADD FOREIGN KEY (org_id, "plan") REFERENCES fact_security_plan (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_item_check ADD FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_leg ADD FOREIGN KEY (org_id, "trip") REFERENCES fact_trip (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_posting ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_posting ADD FOREIGN KEY (org_id, "branch") REFERENCES fact_branch (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_posting ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_security_plan ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_security_plan ADD FOREIGN KEY (org_id, "branch") REFERENCES fact_branch (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_security_plan ADD FOREIGN KEY (org_id, "posting") REFERENCES fact_posting (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_security_plan ADD FOREIGN KEY (org_id, "activity") REFERENCES fact_exchange_activity (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_travel_report ADD FOREIGN KEY (org_id, "traveller") REFERENCES fact_traveller (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_traveller ADD FOREIGN KEY (org_id, "trip") REFERENCES fact_trip (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_traveller ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_trip ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_trip ADD FOREIGN KEY (org_id, "unit") REFERENCES fact_unit (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_completion ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_completion ADD FOREIGN KEY (org_id, "course") REFERENCES fact_course (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_course ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_course ADD FOREIGN KEY (org_id, "unit") REFERENCES fact_unit (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_internal_rule ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_publicity_record ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_agreement ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_agreement ADD FOREIGN KEY (org_id, "engagement") REFERENCES fact_engagement (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_engagement ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_exchange_activity ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_exchange_activity ADD FOREIGN KEY (org_id, "unit") REFERENCES fact_unit (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_foreign_contact ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_foreign_matter_report ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_foreign_matter_report ADD FOREIGN KEY (org_id, "activity") REFERENCES fact_exchange_activity (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_publication ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_release_review ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_release_review ADD FOREIGN KEY (org_id, "activity") REFERENCES fact_exchange_activity (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_release_review ADD FOREIGN KEY (org_id, "publication") REFERENCES fact_publication (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_change_report ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_incident ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_referral ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_referral ADD FOREIGN KEY (org_id, "incident") REFERENCES fact_incident (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_referral ADD FOREIGN KEY (org_id, "report") REFERENCES fact_report (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_report ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_access_grant ADD FOREIGN KEY (org_id, "document") REFERENCES fact_document (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_access_grant ADD FOREIGN KEY (org_id, "person") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_building_project ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_copy ADD FOREIGN KEY (org_id, "document") REFERENCES fact_document (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_copy ADD FOREIGN KEY (org_id, "place") REFERENCES fact_place (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_copy ADD FOREIGN KEY (org_id, "custodian") REFERENCES fact_person (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_document ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_document ADD FOREIGN KEY (org_id, "source") REFERENCES fact_document (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_document_review ADD FOREIGN KEY (org_id, "document") REFERENCES fact_document (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_equipment ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_equipment ADD FOREIGN KEY (org_id, "system") REFERENCES fact_system (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_licence ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_licence ADD FOREIGN KEY (org_id, "project") REFERENCES fact_building_project (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_licence ADD FOREIGN KEY (org_id, "application") REFERENCES fact_licence_application (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_licence_application ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_meeting ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_movement ADD FOREIGN KEY (org_id, "copy") REFERENCES fact_copy (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_place ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_protection_check ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_protection_check ADD FOREIGN KEY (org_id, "place") REFERENCES fact_place (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_protection_check ADD FOREIGN KEY (org_id, "system") REFERENCES fact_system (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_system ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_annual_report ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_assessment ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_authority_notice ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_authority_visit ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_authority_visit ADD FOREIGN KEY (org_id, "notice") REFERENCES fact_authority_notice (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_finding ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_finding ADD FOREIGN KEY (org_id, "self_inspection") REFERENCES fact_self_inspection (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_finding ADD FOREIGN KEY (org_id, "notice") REFERENCES fact_authority_notice (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_remedy ADD FOREIGN KEY (org_id, "finding") REFERENCES fact_finding (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_self_inspection ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_self_inspection ADD FOREIGN KEY (org_id, "unit") REFERENCES fact_unit (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_standing_review ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_handover ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_handover ADD FOREIGN KEY (org_id, "notice") REFERENCES fact_authority_notice (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_impact_assessment ADD FOREIGN KEY (org_id, "activity") REFERENCES fact_processing_activity (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_impact_assessment ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_override ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_processing_activity ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_review_decision ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_rights_request ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_waiver ADD FOREIGN KEY (org_id, "organisation") REFERENCES fact_organisation (org_id, id) DEFERRABLE INITIALLY DEFERRED;

-- Every state a fact has had. Entries are only added; erasing takes the values away and leaves that there was a version.
CREATE TABLE fact_version (
  org_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  version int NOT NULL,
  change text COLLATE "C" NOT NULL CHECK (change IN ('record', 'correct', 'withdraw', 'erase')),
  -- When it happened, by the fact's own day, and when we learnt it (DECISIONS 4).
  effective date NOT NULL,
  recorded_at timestamptz NOT NULL,
  fields jsonb,
  reason text,
  account text COLLATE "C",
  PRIMARY KEY (org_id, kind, id, version)
);
CREATE INDEX fact_version_recorded_at ON fact_version (org_id, recorded_at);
ALTER TABLE fact_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation ON fact_version USING (org_id = current_setting('app.org', true));
GRANT SELECT, INSERT, UPDATE (fields, reason) ON fact_version TO sallyport_app;
