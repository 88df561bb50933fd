-- cn-cel-2023/building-permit
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "buildingPermit"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN (t0."in_control_area") IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) AND (t0."in_control_area") IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_building_project t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) IS NULL))) AND (((CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END) IS NULL) OR ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id, t2.happened_on AS valid_from, t2."valid_until" AS valid_until FROM fact_licence t2 WHERE t2.org_id = t0.org_id AND t2."project" = t0.id AND t2."kind" = $4::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND ((((CASE WHEN t2."revoked_on" <= $1::date THEN t2."revoked_on" END) IS NULL) OR ((CASE WHEN t2."revoked_on" <= $1::date THEN t2."revoked_on" END) > (t0."starts_on"))))) AS fitting WHERE valid_from <= t0."starts_on" AND (valid_until IS NULL OR valid_until > t0."starts_on")) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (t0."in_control_area") IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cel-2023/building-without-permit
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-07-01"
-- $4 = "cn-cel-2023/building-without-permit"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (t0."in_control_area") IS NULL THEN 7 WHEN NOT ((((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) IS NULL) OR ((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) > (CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END)))) THEN 1 WHEN ((((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) IS NULL) OR ((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) > (CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END)))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN (t0."in_control_area") IS NOT NULL THEN CASE WHEN NOT ((((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) IS NULL) OR ((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) > (CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END)))) THEN begun.on_day WHEN ((((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) IS NULL) OR ((CASE WHEN t0."permitted_on" <= $1::date THEN t0."permitted_on" END) > (CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END)))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN (t0."in_control_area") IS NOT NULL THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_building_project t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."started_on" <= $1::date THEN t0."started_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t1.verdict, t1.decided_on FROM fact_review_decision t1
  WHERE t1.org_id = t0.org_id AND t1.rule = $4::text AND t1.subject = t0.id AND t1.decided_on <= $1::date
  ORDER BY t1.decided_on DESC, t1.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t0."in_control_area") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/carrier-without-protection
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "7776000000000"
-- $4 = "org"
-- $5 = "cn-cel-2023/carrier-without-protection"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT ((((CASE WHEN t6."isolated_on" <= $1::date THEN t6."isolated_on" END) IS NULL) AND ((CASE WHEN t6."closed_management_on" <= $1::date THEN t6."closed_management_on" END) IS NULL) AND ((CASE WHEN t6."warning_line_on" <= $1::date THEN t6."warning_line_on" END) IS NULL))) THEN 1 WHEN ((((CASE WHEN t6."isolated_on" <= $1::date THEN t6."isolated_on" END) IS NULL) AND ((CASE WHEN t6."closed_management_on" <= $1::date THEN t6."closed_management_on" END) IS NULL) AND ((CASE WHEN t6."warning_line_on" <= $1::date THEN t6."warning_line_on" END) IS NULL))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT ((((CASE WHEN t6."isolated_on" <= $1::date THEN t6."isolated_on" END) IS NULL) AND ((CASE WHEN t6."closed_management_on" <= $1::date THEN t6."closed_management_on" END) IS NULL) AND ((CASE WHEN t6."warning_line_on" <= $1::date THEN t6."warning_line_on" END) IS NULL))) THEN begun.on_day WHEN ((((CASE WHEN t6."isolated_on" <= $1::date THEN t6."isolated_on" END) IS NULL) AND ((CASE WHEN t6."closed_management_on" <= $1::date THEN t6."closed_management_on" END) IS NULL) AND ((CASE WHEN t6."warning_line_on" <= $1::date THEN t6."warning_line_on" END) IS NULL))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t2 ON t2.org_id = t0.org_id AND t2.id = t0."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation" LEFT JOIN fact_place t6 ON t6.org_id = t0.org_id AND t6.id = t0."place"
CROSS JOIN LATERAL (SELECT CASE WHEN (((NOT (((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) IS NULL))) AND (((t0."place") IS NULL) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, (CASE WHEN t3."key_unit_since" <= $1::date THEN t3."key_unit_since" END)::date), (2, ($2::date)::date)) AS t1(n, e)), $3::bigint))))) OR ((NOT (((CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END) IS NULL))) AND (((t0."place") IS NULL) OR ((CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t4.e) IS NULL) THEN NULL ELSE max(t4.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, (CASE WHEN t3."key_unit_since" <= $1::date THEN t3."key_unit_since" END)::date), (2, ($2::date)::date)) AS t4(n, e)), $3::bigint)))))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t5.e) IS NULL) THEN NULL ELSE max(t5.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, (CASE WHEN t3."key_unit_since" <= $1::date THEN t3."key_unit_since" END)::date), (2, ($2::date)::date)) AS t5(n, e)), $3::bigint) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t7.verdict, t7.decided_on FROM fact_review_decision t7
  WHERE t7.org_id = t0.org_id AND t7.rule = $5::text AND t7.subject = t0.id AND t7.decided_on <= $1::date
  ORDER BY t7.decided_on DESC, t7.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((NOT (((t2."level") IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/co-operate-with-retrieval
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.co-operate-with-retrieval"
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

-- cn-cel-2023/cooling-off-check
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "6"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN ((((span.start_day) < (t0."ends_on")) AND (((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) IS NULL) OR ((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) > ((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE min(t3.e) END FROM (VALUES (0, ((span.next_day - 1))::date), (1, (t0."ends_on")::date)) AS t3(n, e))))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN ((((span.start_day) < (t0."ends_on")) AND (((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) IS NULL) OR ((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) > ((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE min(t3.e) END FROM (VALUES (0, ((span.next_day - 1))::date), (1, (t0."ends_on")::date)) AS t3(n, e))))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN ((((span.start_day) < (t0."ends_on")) AND (((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) IS NULL) OR ((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) > ((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE min(t3.e) END FROM (VALUES (0, ((span.next_day - 1))::date), (1, (t0."ends_on")::date)) AS t3(n, e))))))) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_cooling_off t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."starts_on" <= $1::date THEN t0."starts_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t4.e) IS NULL) THEN NULL ELSE min(t4.e) END FROM (VALUES (0, ((span.next_day - 1))::date), (1, (t0."ends_on")::date)) AS t4(n, e)) AS due, (SELECT CASE WHEN bool_or((t5.e) IS NULL) THEN NULL ELSE min(t5.e) END FROM (VALUES (0, ((span.next_day - 1))::date), (1, (t0."ends_on")::date)) AS t5(n, e)) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t6.happened_on AS at, t6.id FROM fact_compliance_check t6 WHERE t6.org_id = t0.org_id AND t6."cooling_off" = t0.id AND t6.happened_on <= $1::date AND (moment.closes IS NULL OR t6.happened_on <= moment.closes) AND t6.happened_on >= span.start_day AND t6.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((((span.start_day) < (t0."ends_on")) AND (((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) IS NULL) OR ((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) > ((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE min(t3.e) END FROM (VALUES (0, ((span.next_day - 1))::date), (1, (t0."ends_on")::date)) AS t3(n, e))))))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cel-2023/correct-as-ordered
-- $1 = "2026-11-23"
-- $2 = "2592000000000"
-- $3 = "org"
-- $4 = "2023-07-01"
-- $5 = "correctionOrder"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_notice t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN (NOT (((t0."limit_on") IS NULL))) THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END)) THEN 1 WHEN ((t0."limit_on") IS NULL) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) ELSE t0."limit_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND (((t0."kind") IS NOT DISTINCT FROM ($5::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/device-rectification
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2023-07-01"
-- $5 = "deviceRectification"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_notice t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN (NOT (((t0."limit_on") IS NULL))) THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END)) THEN 1 WHEN (NOT (((t0."limit_on") IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND (((t0."kind") IS NOT DISTINCT FROM ($5::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/government-precaution-publicity
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.government-precaution-publicity"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."state_organ_since" <= $1::date THEN t0."state_organ_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cel-2023/keep-work-secrets
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.keep-work-secrets"
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

-- cn-cel-2023/key-area-technical-check
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "7776000000000"
-- $4 = "org"
-- $5 = "technical"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_place t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t1(n, e)), $3::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t3(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t4.e) IS NULL) THEN NULL ELSE max(t4.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t4(n, e)), $3::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t5.happened_on AS at, t5.id, (t5."passed") AS holds FROM fact_protection_check t5 WHERE t5.org_id = t0.org_id AND t5."place" = t0.id AND t5."kind" = $5::text AND t5.happened_on <= $1::date ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (t0."key_area") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/key-unit-department
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "2592000000000"
-- $5 = "precautionBody"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."role" = $5::text AND t3."in_writing" = true AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-cel-2023/key-unit-people
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "2592000000000"
-- $5 = "precautionLead"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."role" = $5::text AND t3.happened_on <= $1::date AND ((NOT (((t3."person") IS NULL))))) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-cel-2023/key-unit-staff-education
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "2592000000000"
-- $4 = "org"
-- $5 = "employee"
-- $6 = "contractor"
-- $7 = "former"
-- $8 = "counter-espionage"
-- $9 = "12"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0.id AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN coalesce(found0.met_on, found1.met_on) IS NOT NULL THEN CASE WHEN coalesce(found0.met_on, found1.met_on) > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN coalesce(found0.met_on, found1.met_on) ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN coalesce(found0.met_on, found1.met_on) IS NULL THEN ARRAY[]::text[] ELSE coalesce(found0.evidence, found1.evidence) END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_person t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."left_on" <= $1::date THEN t0."left_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."joined_on" <= $1::date THEN t0."joined_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t1(n, e)), $3::bigint))) THEN 1 WHEN (NOT (((CASE WHEN t0."left_on" <= $1::date THEN t0."left_on" END) IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."joined_on" <= $1::date THEN t0."joined_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t3(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t5.e) IS NULL) THEN NULL ELSE max(t5.e) END FROM (VALUES (0, (CASE WHEN t0."joined_on" <= $1::date THEN t0."joined_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t5(n, e)), $3::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t6.happened_on AS at, t6.id, t6.happened_on AS valid_from, coalesce(t6."valid_until", feel_add_months(t6.happened_on, $9::bigint)) AS valid_until FROM fact_completion t6 WHERE t6.org_id = t0.org_id AND t6."person" = t0.id AND t6."topic" = $8::text AND t6.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON (choice.taken = 0 OR choice.taken = 1)
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t7.happened_on AS at, t7.id, t7.happened_on AS valid_from, coalesce(t7."valid_until", feel_add_months(t7.happened_on, $9::bigint)) AS valid_until FROM fact_completion t7 WHERE t7.org_id = t0.org_id AND t7."person" = t0.id AND t7."topic" = $8::text AND t7.happened_on <= $1::date) AS found
  WHERE valid_from <= CASE WHEN t0."left_on" <= $1::date THEN t0."left_on" END AND (valid_until IS NULL OR valid_until > CASE WHEN t0."left_on" <= $1::date THEN t0."left_on" END) ORDER BY at, id LIMIT 1) AS found1 ON (choice.taken = 2)
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."standing") IS NOT DISTINCT FROM ($5::text) OR (t0."standing") IS NOT DISTINCT FROM ($6::text)) OR (((t0."standing") IS NOT DISTINCT FROM ($7::text)) AND (NOT (((CASE WHEN t0."left_on" <= $1::date THEN t0."left_on" END) IS NULL))) AND EXISTS (SELECT FROM fact_assignment t4 WHERE t4.org_id = t0.org_id AND t4."person" = t0.id AND t4.happened_on <= $1::date AND (((CASE WHEN t4."cancelled_on" <= $1::date THEN t4."cancelled_on" END) IS NULL)))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/key-unit-staff-management
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.key-unit-staff-management"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cel-2023/key-unit-system
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "7776000000000"
-- $4 = "org"
-- $5 = "keyUnit"
-- $6 = "precautions"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_designation_letter t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."revoked_on" <= $1::date THEN t0."revoked_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."issued_on" <= $1::date THEN t0."issued_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)), $3::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."issued_on" <= $1::date THEN t0."issued_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."issued_on" <= $1::date THEN t0."issued_on" END)::date), (1, ($2::date)::date)) AS t3(n, e)), $3::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t4."published_on" <= $1::date THEN t4."published_on" END AS at, t4.id FROM fact_internal_rule t4 WHERE t4.org_id = t0.org_id AND t4."organisation" = t0."organisation" AND t4."topic" = $6::text AND t4.happened_on <= $1::date AND CASE WHEN t4."published_on" <= $1::date THEN t4."published_on" END IS NOT NULL AND ((((CASE WHEN t4."ended_on" <= $1::date THEN t4."ended_on" END) IS NULL) OR ((CASE WHEN t4."ended_on" <= $1::date THEN t4."ended_on" END) > (CASE WHEN t0."issued_on" <= $1::date THEN t0."issued_on" END))))) AS fitting) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((t0."tier") IS NOT DISTINCT FROM ($5::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cel-2023/media-publicity
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "counter-espionage"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_publicity_record t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day AND (((t2."to_all_staff") IS NOT DISTINCT FROM (false)))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND (t0."media") IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cel-2023/mobilise-staff
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "counter-espionage"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_publicity_record t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2."to_all_staff" = true AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-cel-2023/network-risk
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2023-07-01"
-- $5 = "networkRisk"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_notice t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN (NOT (((t0."limit_on") IS NULL))) THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END)) THEN 1 WHEN (NOT (((t0."limit_on") IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t0."kind") IS NOT DISTINCT FROM ($5::text)) AND ((t0."foreign") IS NOT DISTINCT FROM (false)) AND ((NOT (((CASE WHEN t1."telecom_since" <= $1::date THEN t1."telecom_since" END) IS NULL))) OR (NOT (((CASE WHEN t1."internet_since" <= $1::date THEN t1."internet_since" END) IS NULL))) OR (NOT (((CASE WHEN t1."infrastructure_operator_since" <= $1::date THEN t1."infrastructure_operator_since" END) IS NULL)))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/network-risk-records
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.network-risk-records"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND (((NOT (((CASE WHEN t0."telecom_since" <= $1::date THEN t0."telecom_since" END) IS NULL))) OR (NOT (((CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END) IS NULL))) OR (NOT (((CASE WHEN t0."infrastructure_operator_since" <= $1::date THEN t0."infrastructure_operator_since" END) IS NULL))))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cel-2023/no-retaliation
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.no-retaliation"
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

-- cn-cel-2023/no-special-equipment
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.no-special-equipment"
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

-- cn-cel-2023/pass-on-report
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2023-07-01"
-- $4 = "authority"
-- $5 = "1795449599999999"
-- $6 = "7200000000"
-- $7 = "stateSecurity"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $5::bigint > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_report t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_instant((CASE WHEN t0."received_at" <= $5::bigint THEN t0."received_at" END) + ($6::bigint)) AS due, NULL::bigint AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t1."sent_at" <= $5::bigint THEN t1."sent_at" END AS at, t1.id FROM fact_referral t1 WHERE t1.org_id = t0.org_id AND t1."report" = t0.id AND t1."receiver" = $7::text AND t1.happened_on <= $1::date AND CASE WHEN t1."sent_at" <= $5::bigint THEN t1."sent_at" END IS NOT NULL) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."track") IS NOT DISTINCT FROM ($4::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cel-2023/place-physical-check
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "6"
-- $5 = "physical"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_place t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id, (t3."passed") AS holds FROM fact_protection_check t3 WHERE t3.org_id = t0.org_id AND t3."place" = t0.id AND t3."kind" = $5::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END))) AND (t0."secret_matters") IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-cel-2023/place-without-protection
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "7776000000000"
-- $4 = "org"
-- $5 = "cn-cel-2023/place-without-protection"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT ((((CASE WHEN t0."isolated_on" <= $1::date THEN t0."isolated_on" END) IS NULL) AND ((CASE WHEN t0."closed_management_on" <= $1::date THEN t0."closed_management_on" END) IS NULL) AND ((CASE WHEN t0."warning_line_on" <= $1::date THEN t0."warning_line_on" END) IS NULL))) THEN 1 WHEN ((((CASE WHEN t0."isolated_on" <= $1::date THEN t0."isolated_on" END) IS NULL) AND ((CASE WHEN t0."closed_management_on" <= $1::date THEN t0."closed_management_on" END) IS NULL) AND ((CASE WHEN t0."warning_line_on" <= $1::date THEN t0."warning_line_on" END) IS NULL))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT ((((CASE WHEN t0."isolated_on" <= $1::date THEN t0."isolated_on" END) IS NULL) AND ((CASE WHEN t0."closed_management_on" <= $1::date THEN t0."closed_management_on" END) IS NULL) AND ((CASE WHEN t0."warning_line_on" <= $1::date THEN t0."warning_line_on" END) IS NULL))) THEN begun.on_day WHEN ((((CASE WHEN t0."isolated_on" <= $1::date THEN t0."isolated_on" END) IS NULL) AND ((CASE WHEN t0."closed_management_on" <= $1::date THEN t0."closed_management_on" END) IS NULL) AND ((CASE WHEN t0."warning_line_on" <= $1::date THEN t0."warning_line_on" END) IS NULL))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_place t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t1(n, e)), $3::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t3(n, e)), $3::bigint) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t4.verdict, t4.decided_on FROM fact_review_decision t4
  WHERE t4.org_id = t0.org_id AND t4.rule = $5::text AND t4.subject = t0.id AND t4.decided_on <= $1::date
  ORDER BY t4.decided_on DESC, t4.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (t0."secret_matters") IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/precaution-education
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "counter-espionage"
-- $6 = "all"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_course t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2."audience" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day AND (((CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END) IS NULL))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-cel-2023/precaution-measures
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "precautions"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, CASE WHEN t3."published_on" <= $1::date THEN t3."published_on" END AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_internal_rule t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."topic" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-cel-2023/prevent-and-stop
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.prevent-and-stop"
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

-- cn-cel-2023/provider-support
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2023-07-01"
-- $5 = "assistance"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_notice t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN (NOT (((t0."limit_on") IS NULL))) THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END)) THEN 1 WHEN ((t0."limit_on") IS NULL) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) ELSE t0."limit_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."answered_on" <= $1::date THEN t0."answered_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."answered_on" <= $1::date THEN t0."answered_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t0."kind") IS NOT DISTINCT FROM ($5::text)) AND ((t0."foreign") IS NOT DISTINCT FROM (false)) AND ((NOT (((CASE WHEN t1."logistics_since" <= $1::date THEN t1."logistics_since" END) IS NULL))) OR (NOT (((CASE WHEN t1."telecom_since" <= $1::date THEN t1."telecom_since" END) IS NULL))) OR (NOT (((CASE WHEN t1."internet_since" <= $1::date THEN t1."internet_since" END) IS NULL)))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/report-espionage
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2023-07-01"
-- $5 = "suspectedEspionage"
-- $6 = "stateSecurity"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id FROM fact_referral t1 WHERE t1.org_id = t0.org_id AND t1."incident" = t0.id AND t1."receiver" = $6::text AND t1.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND (((t0."clock") IS NOT DISTINCT FROM ($5::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cel-2023/special-equipment
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "suspectedSpecial"
-- $5 = "86400000000"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_equipment t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."acquired_on" <= $1::date THEN t0."acquired_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."acquired_on" <= $1::date THEN t0."acquired_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((t0."kind") IS NOT DISTINCT FROM ($4::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-cel-2023/support-and-assist
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.support-and-assist"
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

-- cn-cel-2023/system-technical-test
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "6"
-- $5 = "securityTest"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)::date), (1, (CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END)::date), (2, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id, (t3."passed") AS holds FROM fact_protection_check t3 WHERE t3.org_id = t0.org_id AND t3."system" = t0.id AND t3."kind" = $5::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END))), false)
ORDER BY subject, period;

-- cn-cel-2023/technical-equipment
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "technicalPrecaution"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t3.happened_on AS at, t3.id FROM fact_equipment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."kind" = $5::text AND t3.happened_on <= $1::date AND (((CASE WHEN t3."disposed_on" <= $1::date THEN t3."disposed_on" END) IS NULL))) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-cel-2023/truthful-information
-- $1 = "2026-11-23"
-- $2 = "2023-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-cel-2023.truthful-information"
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

-- cn-cel-2023/unregistered-carrier
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "2023-07-01"
-- $4 = "org"
-- $5 = "cn-cel-2023/unregistered-carrier"
SELECT t0.id AS subject, NULL::date AS period, t4."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT (((CASE WHEN t0."registered_on" <= $1::date THEN t0."registered_on" END) IS NULL)) THEN 1 WHEN (((CASE WHEN t0."registered_on" <= $1::date THEN t0."registered_on" END) IS NULL)) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT (((CASE WHEN t0."registered_on" <= $1::date THEN t0."registered_on" END) IS NULL)) THEN begun.on_day WHEN (((CASE WHEN t0."registered_on" <= $1::date THEN t0."registered_on" END) IS NULL)) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t4 ON t4.org_id = t0.org_id AND t4.id = t0."document"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= ((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (feel_add_to_day(CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END, $2::bigint))::date), (1, ($3::date)::date)) AS t1(n, e)))) OR ((CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END) <= ((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (feel_add_to_day(CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END, $2::bigint))::date), (1, ($3::date)::date)) AS t2(n, e))))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (feel_add_to_day(CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END, $2::bigint))::date), (1, ($3::date)::date)) AS t3(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t5.verdict, t5.decided_on FROM fact_review_decision t5
  WHERE t5.org_id = t0.org_id AND t5.rule = $5::text AND t5.subject = t0.id AND t5.decided_on <= $1::date
  ORDER BY t5.decided_on DESC, t5.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((t4."level") IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

