-- breaking: no
-- Prints of all forms, the newest first.

CREATE INDEX form_print_newest ON form_print (org_id, printed_at DESC, id DESC);
CREATE INDEX form_print_of_person ON form_print (org_id, person, printed_at DESC, id DESC) WHERE person IS NOT NULL;
