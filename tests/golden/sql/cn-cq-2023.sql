-- cn-cq-2023/branch-plan
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "branch"
-- $6 = "12"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_branch t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."opened_on" <= $1::date THEN t0."opened_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."opened_on" <= $1::date THEN t0."opened_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, coalesce(t3."valid_until", feel_add_months(t3.happened_on, $6::bigint)) AS valid_until FROM fact_security_plan t3 WHERE t3.org_id = t0.org_id AND t3."branch" = t0.id AND t3."scope" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-cq-2023/building-permit-while-building
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "buildingPermit"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN (t0."in_control_area") IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND (t0."in_control_area") IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND (t0."in_control_area") IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_building_project t0
CROSS JOIN LATERAL (SELECT CASE WHEN (NOT (((CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END) IS NULL))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t1.happened_on AS at, t1.id, t1.happened_on AS valid_from, t1."valid_until" AS valid_until FROM fact_licence t1 WHERE t1.org_id = t0.org_id AND t1."project" = t0.id AND t1."kind" = $4::text AND t1.happened_on <= $1::date AND (((CASE WHEN t1."revoked_on" <= $1::date THEN t1."revoked_on" END) IS NULL))) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t0."in_control_area") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cq-2023/check-in-abroad
-- $1 = "2026-11-23"
-- $2 = "172800000000"
-- $3 = "org"
-- $4 = "2023-09-01"
-- $5 = "private"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($5::text)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($5::text)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END) IS NULL))) AND ((CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END) < (feel_add_to_day(CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END, $2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_check_in t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2.happened_on <= $1::date AND t2.happened_on >= CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($5::text)))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cq-2023/classified-material-kept-in-hand
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cq-2023.classified-material-kept-in-hand"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-cq-2023/contact-abroad-by-consent
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cq-2023.contact-abroad-by-consent"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND (t0."sends_abroad") IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cq-2023/courier-decision-without-asking
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "cn-cq-2023/courier-decision-without-asking"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL THEN 9 WHEN NOT (((NOT (((CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END) IS NULL))) AND (((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) IS NULL) OR ((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) > (CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END))))) THEN 1 WHEN (((NOT (((CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END) IS NULL))) AND (((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) IS NULL) OR ((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) > (CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END))))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) THEN CASE WHEN NOT (((NOT (((CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END) IS NULL))) AND (((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) IS NULL) OR ((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) > (CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END))))) THEN begun.on_day WHEN (((NOT (((CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END) IS NULL))) AND (((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) IS NULL) OR ((CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END) > (CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END))))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_licence_application t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."accepted_on" <= $1::date THEN t0."accepted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t2.verdict, t2.decided_on FROM fact_review_decision t2
  WHERE t2.org_id = t0.org_id AND t2.rule = $4::text AND t2.subject = t0.id AND t2.decided_on <= $1::date
  ORDER BY t2.decided_on DESC, t2.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t1."examines_courier_licences") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cq-2023/courier-opinion-asked
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "432000000000"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_licence_application t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."accepted_on" <= $1::date THEN t0."accepted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."accepted_on" <= $1::date THEN t0."accepted_on" END, $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."opinion_asked_on" <= $1::date THEN t0."opinion_asked_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t1."examines_courier_licences") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cq-2023/debrief-after-return
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "private"
-- $5 = "432000000000"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL THEN 9 WHEN ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END, $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_debrief t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2.happened_on <= $1::date AND t2.happened_on >= CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cq-2023/duty-contact-for-trips
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "2592000000000"
-- $5 = "dutyOfficer"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."role" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (t0."sends_abroad") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cq-2023/exchange-materials-reviewed
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "release"
-- $5 = "redact"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL THEN 9 WHEN (t0."materials_given") IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) AND (t0."materials_given") IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) AND (t0."materials_given") IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_exchange_activity t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t1.happened_on AS at, t1.id, (((t1."verdict") IS NOT DISTINCT FROM ($4::text) OR (t1."verdict") IS NOT DISTINCT FROM ($5::text))) AS holds FROM fact_release_review t1 WHERE t1.org_id = t0.org_id AND t1."activity" = t0.id AND t1.happened_on <= $1::date AND (moment.closes IS NULL OR t1.happened_on <= moment.closes) ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t0."materials_given") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cq-2023/exchange-participants-briefed
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_exchange_activity t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."briefed_on" <= $1::date THEN t0."briefed_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."briefed_on" <= $1::date THEN t0."briefed_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."briefed_on" <= $1::date THEN t0."briefed_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- cn-cq-2023/exchange-plan
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "project"
-- $5 = "conference"
-- $6 = "negotiation"
-- $7 = "activity"
-- $8 = "12"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_exchange_activity t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id, t1.happened_on AS valid_from, coalesce(t1."valid_until", t1."lapses on") AS valid_until FROM (SELECT t1.*, feel_add_months(t1.happened_on, $8::bigint) AS "lapses on" FROM fact_security_plan t1 WHERE t1.org_id = $2::text AND t1.happened_on <= $1::date AND t1."scope" = $7::text OFFSET 0) t1 WHERE t1.org_id = t0.org_id AND t1."activity" = t0.id AND t1."scope" = $7::text AND t1.happened_on <= $1::date AND (moment.closes IS NULL OR t1.happened_on <= moment.closes)) AS fitting WHERE valid_from <= t0."starts_on" AND (valid_until IS NULL OR valid_until > t0."starts_on")) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text) OR (t0."kind") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cq-2023/exchange-record
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "432000000000"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_exchange_activity t0
CROSS JOIN LATERAL (SELECT t0."ends_on" AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(t0."ends_on", $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."recorded_on" <= $1::date THEN t0."recorded_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."recorded_on" <= $1::date THEN t0."recorded_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- cn-cq-2023/exchange-talking-points
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "conference"
-- $5 = "negotiation"
-- $6 = "interview"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_exchange_activity t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."talking_points_on" <= $1::date THEN t0."talking_points_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."talking_points_on" <= $1::date THEN t0."talking_points_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."talking_points_on" <= $1::date THEN t0."talking_points_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text) OR (t0."kind") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cq-2023/foreign-matter-registered
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "259200000000"
-- $5 = "86400000000"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_foreign_matter_report t0 JOIN (SELECT subject, met_on FROM (SELECT t1.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_foreign_matter_report t1
CROSS JOIN LATERAL (SELECT CASE WHEN t1."learnt_on" <= $1::date THEN t1."learnt_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t1."learnt_on" <= $1::date THEN t1."learnt_on" END, $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t1."reported_on" <= $1::date THEN t1."reported_on" END AS met_on, ARRAY[t1.id] AS evidence WHERE CASE WHEN t1."reported_on" <= $1::date THEN t1."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t1.org_id = $2::text AND t1.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)) AS earlier WHERE status IN (1, 2)) AS followed ON followed.subject = t0.id
CROSS JOIN LATERAL (SELECT CASE WHEN t0."learnt_on" <= $1::date THEN t0."learnt_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(followed.met_on, $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."recorded_on" <= $1::date THEN t0."recorded_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."recorded_on" <= $1::date THEN t0."recorded_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- cn-cq-2023/foreign-matter-reported
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "259200000000"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_foreign_matter_report t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."learnt_on" <= $1::date THEN t0."learnt_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."learnt_on" <= $1::date THEN t0."learnt_on" END, $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- cn-cq-2023/hidden-risk-removed
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "precautions"
-- $5 = "2592000000000"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."rejected_on" <= $1::date THEN t0."rejected_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."rejected_on" <= $1::date THEN t0."rejected_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_finding t0 LEFT JOIN fact_self_inspection t1 ON t1.org_id = t0.org_id AND t1.id = t0."self_inspection"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN (NOT (((t0."due_on") IS NULL))) THEN t0."due_on" ELSE feel_add_to_day(CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END, $5::bigint) END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t2."verified_on" <= $1::date THEN t2."verified_on" END AS at, t2.id FROM fact_remedy t2 WHERE t2.org_id = t0.org_id AND t2."finding" = t0.id AND t2.happened_on <= $1::date AND CASE WHEN t2."verified_on" <= $1::date THEN t2."verified_on" END IS NOT NULL) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t1."programme") IS NOT DISTINCT FROM ($4::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cq-2023/itinerary-change-told
-- $1 = "earlyReturn"
-- $2 = "2026-11-23"
-- $3 = "org"
-- $4 = "2023-09-01"
-- $5 = "private"
-- $6 = "5"
-- $7 = "cn"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, t1."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $2::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_deviation t0 LEFT JOIN fact_traveller t1 ON t1.org_id = t0.org_id AND t1.id = t0."traveller" LEFT JOIN fact_trip t2 ON t2.org_id = t1.org_id AND t2.id = t1."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((t0."kind") IS NOT DISTINCT FROM ($1::text)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."occurred_on" <= $2::date THEN t0."occurred_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_working_days($7::text, CASE WHEN t0."occurred_on" <= $2::date THEN t0."occurred_on" END, $6::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reported_on" <= $2::date THEN t0."reported_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reported_on" <= $2::date THEN t0."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $2::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $2::date AND begun.on_day >= $4::date AND ((NOT (((t2."kind") IS NOT DISTINCT FROM ($5::text))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cq-2023/media-series
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "counter-espionage"
-- $6 = "4"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN $6::bigint <= 0 THEN begun.on_day ELSE (array_agg(at ORDER BY at, id))[least(greatest($6::bigint, 0), 1000000)::int] END AS met_on,
  CASE WHEN $6::bigint <= 0 THEN ARRAY[]::text[] ELSE (array_agg(id ORDER BY at, id))[1:least(greatest($6::bigint, 0), 1000000)::int] END AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_publicity_record t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND (t0."media") IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cq-2023/posting-plan
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "posting"
-- $5 = "12"
-- $6 = "branch"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL THEN 9 WHEN coalesce(found0.met_on, found1.met_on) IS NOT NULL THEN CASE WHEN coalesce(found0.met_on, found1.met_on) > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END)) IS NOT NULL) THEN coalesce(found0.met_on, found1.met_on) ELSE NULL::date END AS met_on, coalesce(found0.id, found1.id) AS evidence, moment.closes AS closes
FROM fact_posting t0
CROSS JOIN LATERAL (SELECT CASE WHEN (NOT (((t0."branch") IS NULL))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id, t1.happened_on AS valid_from, coalesce(t1."valid_until", t1."lapses on") AS valid_until FROM (SELECT t1.*, feel_add_months(t1.happened_on, $5::bigint) AS "lapses on" FROM fact_security_plan t1 WHERE t1.org_id = $2::text AND t1.happened_on <= $1::date AND t1."scope" = $4::text OFFSET 0) t1 WHERE t1.org_id = t0.org_id AND t1."posting" = t0.id AND t1."scope" = $4::text AND t1.happened_on <= $1::date AND (moment.closes IS NULL OR t1.happened_on <= moment.closes)) AS fitting WHERE valid_from <= t0."starts_on" AND (valid_until IS NULL OR valid_until > t0."starts_on")) AS found0 ON (choice.taken = 0)
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id, t2.happened_on AS valid_from, coalesce(t2."valid_until", t2."lapses on") AS valid_until FROM (SELECT t2.*, feel_add_months(t2.happened_on, $5::bigint) AS "lapses on" FROM fact_security_plan t2 WHERE t2.org_id = $2::text AND t2.happened_on <= $1::date AND t2."scope" = $6::text OFFSET 0) t2 WHERE t2.org_id = t0.org_id AND t2."branch" = t0."branch" AND t2."scope" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes)) AS fitting WHERE valid_from <= t0."starts_on" AND (valid_until IS NULL OR valid_until > t0."starts_on")) AS found1 ON (choice.taken = 1)
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY t0.id, coalesce(found0.met_on, found1.met_on), coalesce(found0.id, found1.id)) AS each
ORDER BY subject;

-- cn-cq-2023/pre-departure-education
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "private"
-- $5 = "259200000000"
-- $6 = "counter-espionage"
-- $7 = "12"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL THEN 9 WHEN ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN t1."emergency" THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 1 THEN t1."departs_on" ELSE feel_add_to_day(t1."departs_on", -($5::bigint)) END AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id, t2.happened_on AS valid_from, coalesce(t2."valid_until", t2."lapses on") AS valid_until FROM (SELECT t2.*, feel_add_months(t2.happened_on, $7::bigint) AS "lapses on" FROM fact_completion t2 WHERE t2.org_id = $2::text AND t2.happened_on <= $1::date AND t2."topic" = $6::text OFFSET 0) t2 WHERE t2.org_id = t0.org_id AND t2."person" = t0."person" AND t2."topic" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes)) AS fitting WHERE valid_from <= t1."departs_on" AND (valid_until IS NULL OR valid_until > t1."departs_on")) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cq-2023/precautions-assessed
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "precautions"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."state_organ_since" <= $1::date THEN t0."state_organ_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_assessment t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."programme" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-cq-2023/precautions-in-proportion
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cq-2023.precautions-in-proportion"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-cq-2023/precautions-lead-named
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "2592000000000"
-- $5 = "precautionLead"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."role" = $5::text AND t3."in_writing" = true AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-cq-2023/public-staff-course
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "counter-espionage"
-- $6 = "publicStaff"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_course t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2."audience" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day AND (((CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END) IS NULL))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND (t0."trains_public_staff") IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cq-2023/regular-self-inspection
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "precautions"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END AS at, t2.id FROM fact_self_inspection t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."programme" = $5::text AND t2.happened_on <= $1::date AND CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END <= moment.closes) AND CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END >= span.start_day AND CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-cq-2023/serious-risk-measures
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "precautions"
-- $5 = "serious"
-- $6 = "grave"
-- $7 = "86400000000"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."rejected_on" <= $1::date THEN t0."rejected_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."rejected_on" <= $1::date THEN t0."rejected_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_finding t0 LEFT JOIN fact_self_inspection t1 ON t1.org_id = t0.org_id AND t1.id = t0."self_inspection"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END, $7::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_remedy t2 WHERE t2.org_id = t0.org_id AND t2."finding" = t0.id AND t2.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."programme") IS NOT DISTINCT FROM ($4::text)) AND ((t0."grade") IS NOT DISTINCT FROM ($5::text) OR (t0."grade") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cq-2023/teaching-content
-- $1 = "2026-11-23"
-- $2 = "2023-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "curriculum"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."school_since" <= $1::date THEN t0."school_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_publicity_record t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-cq-2023/travel-instructions-read
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-09-01"
-- $4 = "private"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL THEN 9 WHEN ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END)) IS NOT NULL) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN t1."approved_on" <= $1::date THEN t1."approved_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."acknowledged_on" <= $1::date THEN t0."acknowledged_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."acknowledged_on" <= $1::date THEN t0."acknowledged_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."acknowledged_on" <= $1::date THEN t0."acknowledged_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))))) IS NOT FALSE, false)
ORDER BY subject;

