-- org-policy/designation-letter-kept
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2000-01-01"
-- $4 = "2592000000000"
-- $5 = "keyUnit"
-- $6 = "org-policy/designation-letter-kept"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $6::text AND t2.subject = t0.id
    AND t2.granted_on <= $1::date AND t2.until > $1::date AND t2.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END, $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id FROM fact_designation_letter t1 WHERE t1.org_id = t0.org_id AND t1."organisation" = t0.id AND t1."tier" = $5::text AND t1.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- org-policy/device-inspected
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2000-01-01"
-- $4 = "432000000000"
-- $5 = "org-policy/device-inspected"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."lost_on" <= $1::date THEN t0."lost_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t3 WHERE t3.org_id = t0.org_id AND t3.rule = $5::text AND t3.subject = t0.id
    AND t3.granted_on <= $1::date AND t3.until > $1::date AND t3.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."lost_on" <= $1::date THEN t0."lost_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."lost_on" <= $1::date THEN t0."lost_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_device_loan t0 LEFT JOIN fact_traveller t1 ON t1.org_id = t0.org_id AND t1.id = t0."traveller" LEFT JOIN fact_trip t2 ON t2.org_id = t1.org_id AND t2.id = t1."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END, $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."inspected_on" <= $1::date THEN t0."inspected_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."inspected_on" <= $1::date THEN t0."inspected_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- org-policy/device-returned
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2000-01-01"
-- $4 = "259200000000"
-- $5 = "org-policy/device-returned"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, t1."person" AS assignee,
  CASE WHEN (least(CASE WHEN t0."lost_on" <= $1::date THEN t0."lost_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $5::text AND t4.subject = t0.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND t4.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."lost_on" <= $1::date THEN t0."lost_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."lost_on" <= $1::date THEN t0."lost_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_device_loan t0 LEFT JOIN fact_traveller t1 ON t1.org_id = t0.org_id AND t1.id = t0."traveller" LEFT JOIN fact_trip t2 ON t2.org_id = t1.org_id AND t2.id = t1."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN (NOT (((CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END) IS NULL))) THEN 1 WHEN (NOT (((CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END) IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."issued_on" <= $1::date THEN t0."issued_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 1 THEN feel_add_to_day((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."issued_on" <= $1::date THEN t0."issued_on" END)::date), (1, (CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END)::date)) AS t3(n, e)), $4::bigint) WHEN choice.taken = 2 THEN feel_add_to_day(CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END, $4::bigint) ELSE feel_add_to_day(t2."returns_on", $4::bigint) END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- org-policy/education-day
-- $1 = "2016-04-15"
-- $2 = "2026-11-23"
-- $3 = "org"
-- $4 = "2000-01-01"
-- $5 = "12"
-- $6 = "cn"
-- $7 = "604800000000"
-- $8 = "education-day"
-- $9 = "org-policy/education-day"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $2::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN ((((t0."seat") IS NOT DISTINCT FROM ($6::text)) AND ((CASE WHEN t0."established_on" <= $2::date THEN t0."established_on" END) <= (span.start_day)))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $9::text AND t2.subject = t0.id
    AND t2.granted_on <= $2::date AND t2.until > $2::date AND (t2.period IS NULL OR t2.period = span.start_day)) THEN 8 WHEN $2::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $2::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $2::date THEN t0."dissolved_on" END)) < span.next_day, false)) AND ((((t0."seat") IS NOT DISTINCT FROM ($6::text)) AND ((CASE WHEN t0."established_on" <= $2::date THEN t0."established_on" END) <= (span.start_day)))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $2::date THEN t0."dissolved_on" END)) < span.next_day, false)) AND ((((t0."seat") IS NOT DISTINCT FROM ($6::text)) AND ((CASE WHEN t0."established_on" <= $2::date THEN t0."established_on" END) <= (span.start_day)))) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT $1::date AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $2::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT feel_add_to_day(span.start_day, $7::bigint) AS due, feel_add_to_day(span.start_day, $7::bigint) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t1.happened_on AS at, t1.id FROM fact_publicity_record t1 WHERE t1.org_id = t0.org_id AND t1."organisation" = t0.id AND t1."topic" = $8::text AND t1.happened_on <= $2::date AND (moment.closes IS NULL OR t1.happened_on <= moment.closes) AND t1.happened_on >= feel_add_to_day(span.start_day, -($7::bigint)) AND t1.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $2::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $2::date AND begun.on_day >= $4::date AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $2::date) AND ((least(CASE WHEN t0."dissolved_on" <= $2::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $2::date THEN t0."dissolved_on" END))) AND ((((t0."seat") IS NOT DISTINCT FROM ($6::text)) AND ((CASE WHEN t0."established_on" <= $2::date THEN t0."established_on" END) <= (span.start_day)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- org-policy/inspection-filed
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2000-01-01"
-- $4 = "inspection"
-- $5 = "technicalTest"
-- $6 = "432000000000"
-- $7 = "org-policy/inspection-filed"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t1 WHERE t1.org_id = t0.org_id AND t1.rule = $7::text AND t1.subject = t0.id
    AND t1.granted_on <= $1::date AND t1.until > $1::date AND t1.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_visit t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END, $6::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."record_filed_on" <= $1::date THEN t0."record_filed_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."record_filed_on" <= $1::date THEN t0."record_filed_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text))) IS NOT FALSE, false)
ORDER BY subject;

-- org-policy/inspection-papers-checked
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2000-01-01"
-- $4 = "inspection"
-- $5 = "technicalTest"
-- $6 = "org-policy/inspection-papers-checked"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t1 WHERE t1.org_id = t0.org_id AND t1.rule = $6::text AND t1.subject = t0.id
    AND t1.granted_on <= $1::date AND t1.until > $1::date AND t1.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_visit t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."credentials_seen_on" <= $1::date THEN t0."credentials_seen_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."credentials_seen_on" <= $1::date THEN t0."credentials_seen_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text))) IS NOT FALSE, false)
ORDER BY subject;

-- org-policy/interview-copy-given
-- $1 = "2026-11-23"
-- $2 = "432000000000"
-- $3 = "org"
-- $4 = "2023-09-01"
-- $5 = "cq"
-- $6 = "private"
-- $7 = "2000-01-01"
SELECT t0.id AS subject, NULL::date AS period, t10."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t10 ON t10.org_id = t0.org_id AND t10.id = t0."trip" JOIN (SELECT subject, met_on FROM (SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t1.id) t1.id AS subject, NULL::date AS period, t2."organisation" AS bearer, t1."person" AS assignee,
  CASE WHEN (least(CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((CASE WHEN (NOT (((t3."region") IS NULL))) THEN ((t3."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t4."region") IS NULL))) THEN ((t4."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t5."region") IS NULL))) THEN ((t5."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t6."region") IS NULL))) THEN ((t6."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t7."region") IS NULL))) THEN ((t7."region") IS NOT DISTINCT FROM ($5::text)) ELSE (((t8."region") IS NOT DISTINCT FROM ($5::text)) OR CASE WHEN ((t8."region") IS NULL) THEN NULL::boolean ELSE false END) END END END END END AND (t2."abroad" AND (NOT (((t2."kind") IS NOT DISTINCT FROM ($6::text))))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((CASE WHEN (NOT (((t3."region") IS NULL))) THEN ((t3."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t4."region") IS NULL))) THEN ((t4."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t5."region") IS NULL))) THEN ((t5."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t6."region") IS NULL))) THEN ((t6."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t7."region") IS NULL))) THEN ((t7."region") IS NOT DISTINCT FROM ($5::text)) ELSE (((t8."region") IS NOT DISTINCT FROM ($5::text)) OR CASE WHEN ((t8."region") IS NULL) THEN NULL::boolean ELSE false END) END END END END END AND (t2."abroad" AND (NOT (((t2."kind") IS NOT DISTINCT FROM ($6::text))))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t1 LEFT JOIN fact_trip t2 ON t2.org_id = t1.org_id AND t2.id = t1."trip" LEFT JOIN fact_unit t3 ON t3.org_id = t2.org_id AND t3.id = t2."unit" LEFT JOIN fact_unit t4 ON t4.org_id = t3.org_id AND t4.id = t3."parent" LEFT JOIN fact_unit t5 ON t5.org_id = t4.org_id AND t5.id = t4."parent" LEFT JOIN fact_unit t6 ON t6.org_id = t5.org_id AND t6.id = t5."parent" LEFT JOIN fact_unit t7 ON t7.org_id = t6.org_id AND t7.id = t6."parent" LEFT JOIN fact_organisation t8 ON t8.org_id = t2.org_id AND t8.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t1."withdrawn_on" <= $1::date THEN t1."withdrawn_on" END) <= (feel_add_to_day(CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t9.happened_on AS at, t9.id FROM fact_debrief t9 WHERE t9.org_id = t1.org_id AND t9."traveller" = t1.id AND t9.happened_on <= $1::date AND t9.happened_on >= CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END) AS fitting) AS found0 ON true
WHERE t1.org_id = $3::text AND t1.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((CASE WHEN (NOT (((t3."region") IS NULL))) THEN ((t3."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t4."region") IS NULL))) THEN ((t4."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t5."region") IS NULL))) THEN ((t5."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t6."region") IS NULL))) THEN ((t6."region") IS NOT DISTINCT FROM ($5::text)) ELSE CASE WHEN (NOT (((t7."region") IS NULL))) THEN ((t7."region") IS NOT DISTINCT FROM ($5::text)) ELSE (((t8."region") IS NOT DISTINCT FROM ($5::text)) OR CASE WHEN ((t8."region") IS NULL) THEN NULL::boolean ELSE false END) END END END END END AND (t2."abroad" AND (NOT (((t2."kind") IS NOT DISTINCT FROM ($6::text))))))) IS NOT FALSE, false)
ORDER BY t1.id, found0.met_on, found0.id) AS each) AS earlier WHERE status IN (1, 2)) AS followed ON followed.subject = t0.id
CROSS JOIN LATERAL (SELECT CASE WHEN t10."returned_on" <= $1::date THEN t10."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT followed.met_on AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT CASE WHEN t11."copy_given_on" <= $1::date THEN t11."copy_given_on" END AS at, t11.id FROM fact_debrief t11 WHERE t11.org_id = t0.org_id AND t11."traveller" = t0.id AND t11.happened_on <= $1::date AND CASE WHEN t11."copy_given_on" <= $1::date THEN t11."copy_given_on" END IS NOT NULL) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $7::date, false)
ORDER BY subject;

-- org-policy/reporting-line-known
-- $1 = "2026-11-23"
-- $2 = "2000-01-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn"
-- $6 = "reporting-line"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."programme_started_on" <= $1::date THEN t0."programme_started_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_publicity_record t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $6::text AND t2."to_all_staff" = true AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND (((t0."seat") IS NOT DISTINCT FROM ($5::text))) IS NOT FALSE, false)
ORDER BY subject, period;

-- org-policy/trip-submission-lead
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2000-01-01"
-- $4 = "private"
-- $5 = "864000000000"
-- $6 = "org-policy/trip-submission-lead"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $6::text AND t2.subject = t0.id
    AND t2.granted_on <= $1::date AND t2.until > $1::date AND t2.period IS NULL) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 WHEN t1."emergency" THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."created_on" <= $1::date THEN t1."created_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN t1."departs_on" ELSE feel_add_to_day(t1."departs_on", -($5::bigint)) END AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END AS met_on, ARRAY[t0."trip"] AS evidence WHERE CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT FALSE, false)
ORDER BY subject;

-- org-policy/unit-lead-approval
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2000-01-01"
-- $4 = "0"
-- $5 = "1"
-- $6 = "private"
-- $7 = 1
-- $8 = ["unitLead"]
-- $9 = "agreed"
-- $10 = "conditions"
-- $11 = "org-policy/unit-lead-approval"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN (((($4::bigint) IS NOT DISTINCT FROM ($5::bigint)) AND t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($6::text)))))) IS NULL THEN 7 WHEN coalesce(found0.met_on, found1.met_on) IS NOT NULL THEN CASE WHEN coalesce(found0.met_on, found1.met_on) > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t3 WHERE t3.org_id = t0.org_id AND t3.rule = $11::text AND t3.subject = t0.id
    AND t3.granted_on <= $1::date AND t3.until > $1::date AND t3.period IS NULL) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND (((($4::bigint) IS NOT DISTINCT FROM ($5::bigint)) AND t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($6::text)))))) IS NOT NULL THEN coalesce(found0.met_on, found1.met_on) ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND (((($4::bigint) IS NOT DISTINCT FROM ($5::bigint)) AND t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($6::text)))))) IS NOT NULL THEN CASE WHEN coalesce(found0.met_on, found1.met_on) IS NULL THEN ARRAY[]::text[] ELSE coalesce(found0.evidence, found1.evidence) END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 WHEN t1."emergency" THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN $7::bigint <= 0 THEN begun.on_day ELSE (array_agg(at ORDER BY at, id))[least(greatest($7::bigint, 0), 1000000)::int] END AS met_on,
  CASE WHEN $7::bigint <= 0 THEN ARRAY[]::text[] ELSE (array_agg(id ORDER BY at, id))[1:least(greatest($7::bigint, 0), 1000000)::int] END AS evidence FROM (SELECT at, id FROM (SELECT DISTINCT ON (role) at, id, holds FROM (SELECT t2.happened_on AS at, t2.id, t2."role" AS role, (((t2."verdict") IS NOT DISTINCT FROM ($9::text) OR (t2."verdict") IS NOT DISTINCT FROM ($10::text))) AS holds FROM fact_approval t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2."role" = ANY ($8::text[])) AS named ORDER BY role, at DESC, id DESC) AS latest WHERE holds) AS found) AS found0 ON (choice.taken = 0 OR choice.taken = 1)
LEFT JOIN LATERAL (SELECT CASE WHEN t1."oral_notice_on" <= $1::date THEN t1."oral_notice_on" END AS met_on, ARRAY[t0."trip"] AS evidence WHERE CASE WHEN t1."oral_notice_on" <= $1::date THEN t1."oral_notice_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t1."oral_notice_on" <= $1::date THEN t1."oral_notice_on" END <= moment.closes)) AS found1 ON (choice.taken = 2)
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((($4::bigint) IS NOT DISTINCT FROM ($5::bigint)) AND t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($6::text)))))) IS NOT FALSE, false)
ORDER BY subject;

