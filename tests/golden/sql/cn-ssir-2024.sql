-- cn-ssir-2024/access-record
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "topSecret"
-- $5 = "secret"
-- $6 = "86400000000"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_access_grant t0 LEFT JOIN fact_document t1 ON t1.org_id = t0.org_id AND t1.id = t0."document" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END, $6::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."recorded_on" <= $1::date THEN t0."recorded_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."recorded_on" <= $1::date THEN t0."recorded_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND ((t1."level") IS NOT DISTINCT FROM ($4::text) OR (t1."level") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/annual-secrecy-report
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "secrecy"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_annual_report t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."programme" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-ssir-2024/carrier-receipt
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "send"
-- $5 = "259200000000"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END, $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t2."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/carrier-registered
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t1 ON t1.org_id = t0.org_id AND t1.id = t0."document" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (feel_add_to_day(CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END, $2::bigint))) OR ((CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END) <= (feel_add_to_day(CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END, $2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."registered_on" <= $1::date THEN t0."registered_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."registered_on" <= $1::date THEN t0."registered_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND (NOT (((t1."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/carriers-by-proper-channel
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssir-2024.carriers-by-proper-channel"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/carrying-out-approval
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "carryOut"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) IS NULL))) AND (((CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END) IS NULL) OR ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END)))) THEN 1 WHEN (NOT (((CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END) IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END ELSE t0."moves_on" END AS due, CASE WHEN choice.taken = 2 THEN CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END ELSE t0."moves_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t2."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/classification-officer-training
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "5184000000000"
-- $4 = "org"
-- $5 = "classificationOfficer"
-- $6 = "12"
-- $7 = "classification"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_appointment t0 LEFT JOIN fact_organisation t3 ON t3.org_id = t0.org_id AND t3.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)), $3::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t4.e) IS NULL) THEN NULL ELSE max(t4.e) END FROM (VALUES (0, (CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END)::date), (1, ($2::date)::date)) AS t4(n, e)), $3::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t5.happened_on AS at, t5.id FROM fact_course t5 WHERE t5.org_id = t0.org_id AND t5."organisation" = t0."organisation" AND t5."topic" = $7::text AND t5.happened_on <= $1::date AND t5.happened_on >= feel_add_months((SELECT CASE WHEN bool_or((t6.e) IS NULL) THEN NULL ELSE max(t6.e) END FROM (VALUES (0, (CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END)::date), (1, ($2::date)::date)) AS t6(n, e)), -($6::bigint)) AND (((CASE WHEN t5."cancelled_on" <= $1::date THEN t5."cancelled_on" END) IS NULL))) AS fitting) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t0."role") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssir-2024/classification-power-in-writing
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssir-2024.classification-power-in-writing"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/destruction-approval
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t1 ON t1.org_id = t0.org_id AND t1.id = t0."document" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END AS due, CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."destruction_approved_on" <= $1::date THEN t0."destruction_approved_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."destruction_approved_on" <= $1::date THEN t0."destruction_approved_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."destruction_approved_on" <= $1::date THEN t0."destruction_approved_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND (NOT (((t1."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/destruction-count
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t1 ON t1.org_id = t0.org_id AND t1.id = t0."document" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END AS due, CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."counted_on" <= $1::date THEN t0."counted_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."counted_on" <= $1::date THEN t0."counted_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."counted_on" <= $1::date THEN t0."counted_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND (NOT (((t1."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/exit-opinions
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = 2
-- $5 = ["secrecyBody","personnelBody"]
-- $6 = "agreed"
-- $7 = "conditions"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t0."secret_bearing" AND t1."abroad")) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."secret_bearing" AND t1."abroad")) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."secret_bearing" AND t1."abroad")) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN $4::bigint <= 0 THEN begun.on_day ELSE (array_agg(at ORDER BY at, id))[least(greatest($4::bigint, 0), 1000000)::int] END AS met_on,
  CASE WHEN $4::bigint <= 0 THEN ARRAY[]::text[] ELSE (array_agg(id ORDER BY at, id))[1:least(greatest($4::bigint, 0), 1000000)::int] END AS evidence FROM (SELECT at, id FROM (SELECT DISTINCT ON (role) at, id, holds FROM (SELECT t2.happened_on AS at, t2.id, t2."role" AS role, (((t2."verdict") IS NOT DISTINCT FROM ($6::text) OR (t2."verdict") IS NOT DISTINCT FROM ($7::text))) AS holds FROM fact_approval t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2."role" = ANY ($5::text[])) AS named ORDER BY role, at DESC, id DESC) AS latest WHERE holds) AS found) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t0."secret_bearing" AND t1."abroad")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/exit-training
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "259200000000"
-- $5 = "secrecy"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t0."secret_bearing" AND t1."abroad")) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."secret_bearing" AND t1."abroad")) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(t1."departs_on", -($4::bigint)) AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_briefing t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes)) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t0."secret_bearing" AND t1."abroad")) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssir-2024/firm-self-inspection
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "qualification"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."qualified_firm_since" <= $1::date THEN t0."qualified_firm_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END AS at, t2.id FROM fact_self_inspection t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."programme" = $5::text AND t2.happened_on <= $1::date AND CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END <= moment.closes) AND CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END >= span.start_day AND CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-ssir-2024/foreign-access-agreement
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "foreignStaff"
-- $5 = "foreignBody"
-- $6 = "secrecy"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN coalesce(found0.met_on, found1.met_on) IS NOT NULL THEN CASE WHEN coalesce(found0.met_on, found1.met_on) > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN coalesce(found0.met_on, found1.met_on) ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN coalesce(found0.met_on, found1.met_on) IS NULL THEN ARRAY[]::text[] ELSE coalesce(found0.evidence, found1.evidence) END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_engagement t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) IS NULL))) AND (((t0."starts_on") IS NULL) OR ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= (t0."starts_on")))) THEN 1 WHEN (NOT (((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, t3."ends_on" AS valid_until FROM fact_agreement t3 WHERE t3.org_id = t0.org_id AND t3."engagement" = t0.id AND t3."kind" = $6::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON (choice.taken = 0 OR choice.taken = 1)
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t4.happened_on AS at, t4.id FROM fact_agreement t4 WHERE t4.org_id = t0.org_id AND t4."engagement" = t0.id AND t4."kind" = $6::text AND t4.happened_on <= $1::date AND ((((t4."ends_on") IS NULL) OR ((t4."ends_on") >= (CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END))))) AS found ORDER BY at, id LIMIT 1) AS found1 ON (choice.taken = 2)
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/foreign-access-supervised
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssir-2024.foreign-access-supervised"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/inspection-opinion-carried-out
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "inspectionOpinion"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_notice t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((t0."limit_on") IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (t0."limit_on")))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."limit_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/key-area-confirmed
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "7776000000000"
-- $4 = "org"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_place t0 LEFT JOIN fact_organisation t3 ON t3.org_id = t0.org_id AND t3.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)), $3::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t4.e) IS NULL) THEN NULL ELSE max(t4.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, ($2::date)::date)) AS t4(n, e)), $3::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."confirmed_on" <= $1::date THEN t0."confirmed_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."confirmed_on" <= $1::date THEN t0."confirmed_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND t0."key_area")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/leaders-answer-for-secrecy
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssir-2024.leaders-answer-for-secrecy"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/leak-plan
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "leak"
-- $6 = "12"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN (NOT (((CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END) IS NULL))) THEN CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END ELSE CASE WHEN t0."telecom_since" <= $1::date THEN t0."telecom_since" END END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN (NOT (((CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END) IS NULL))) THEN CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END ELSE CASE WHEN t0."telecom_since" <= $1::date THEN t0."telecom_since" END END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, coalesce(t3."valid_until", feel_add_months(t3.happened_on, $6::bigint)) AS valid_until FROM fact_security_plan t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."scope" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-ssir-2024/leak-report
-- $1 = "1795449599999999"
-- $2 = "86400000000"
-- $3 = "2026-11-23"
-- $4 = "org"
-- $5 = "2024-09-01"
-- $6 = "stateSecretLeak"
-- $7 = "secrecyAuthority"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::bigint > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::bigint END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_at" <= $1::bigint THEN t0."dismissed_at" END) <= (feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $3::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)) AS due, NULL::bigint AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t1."sent_at" <= $1::bigint THEN t1."sent_at" END AS at, t1.id FROM fact_referral t1 WHERE t1.org_id = t0.org_id AND t1."incident" = t0.id AND t1."receiver" = $7::text AND t1.happened_on <= $3::date AND CASE WHEN t1."sent_at" <= $1::bigint THEN t1."sent_at" END IS NOT NULL) AS fitting) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $3::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $3::date AND begun.on_day >= $5::date AND (((t0."clock") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssir-2024/leak-report-superior
-- $1 = "1795449599999999"
-- $2 = "86400000000"
-- $3 = "2026-11-23"
-- $4 = "org"
-- $5 = "2024-09-01"
-- $6 = "stateSecretLeak"
-- $7 = "superior"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::bigint > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::bigint END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_at" <= $1::bigint THEN t0."dismissed_at" END) <= (feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $3::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)) AS due, NULL::bigint AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t2."sent_at" <= $1::bigint THEN t2."sent_at" END AS at, t2.id FROM fact_referral t2 WHERE t2.org_id = t0.org_id AND t2."incident" = t0.id AND t2."receiver" = $7::text AND t2.happened_on <= $3::date AND CASE WHEN t2."sent_at" <= $1::bigint THEN t2."sent_at" END IS NOT NULL) AS fitting) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $3::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $3::date AND begun.on_day >= $5::date AND ((((t0."clock") IS NOT DISTINCT FROM ($6::text)) AND t1."has_superior")) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssir-2024/leaving-access-cancelled
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_leaving t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (t0."effective_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."effective_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."access_cancelled_on" <= $1::date THEN t0."access_cancelled_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."access_cancelled_on" <= $1::date THEN t0."access_cancelled_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t0."secret_bearing") IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/leaving-commitment
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "leaving"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_leaving t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (t0."effective_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."effective_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id FROM fact_commitment t1 WHERE t1.org_id = t0.org_id AND t1."person" = t0."person" AND t1."topic" = $4::text AND t1.happened_on <= $1::date AND t1.happened_on >= CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t0."secret_bearing" AND ((t0."without_permission") IS NOT DISTINCT FROM (false)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssir-2024/leaving-without-permission-report
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_leaving t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (feel_add_to_day(t0."effective_on", $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT t0."effective_on" AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(t0."effective_on", $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((t0."secret_bearing" AND t0."without_permission")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/loan-returned
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "loan"
-- $5 = "2592000000000"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (NOT (((t0."due_back_on") IS NULL))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 1 THEN t0."due_back_on" ELSE feel_add_to_day(CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END, $5::bigint) END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t2."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/meeting-participants
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_meeting t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."held_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."held_on" AS due, t0."held_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."participants_set_on" <= $1::date THEN t0."participants_set_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."participants_set_on" <= $1::date THEN t0."participants_set_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."participants_set_on" <= $1::date THEN t0."participants_set_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/meeting-place
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_meeting t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."held_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."held_on" AS due, t0."held_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."place_checked_on" <= $1::date THEN t0."place_checked_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."place_checked_on" <= $1::date THEN t0."place_checked_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."place_checked_on" <= $1::date THEN t0."place_checked_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/network-handling-rules
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "networkHandling"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN (NOT (((CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END) IS NULL))) THEN CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END ELSE CASE WHEN t0."telecom_since" <= $1::date THEN t0."telecom_since" END END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN (NOT (((CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END) IS NULL))) THEN CASE WHEN t0."internet_since" <= $1::date THEN t0."internet_since" END ELSE CASE WHEN t0."telecom_since" <= $1::date THEN t0."telecom_since" END END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, CASE WHEN t3."published_on" <= $1::date THEN t3."published_on" END AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_internal_rule t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."topic" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-ssir-2024/objection-below-claimed-level
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "topSecret"
-- $5 = "secret"
-- $6 = "confidential"
-- $7 = "cn-ssir-2024/objection-below-claimed-level"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 OR choice.taken = 2 THEN 9 WHEN NOT (((((t0."claimed_level") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t0."level") IS NOT DISTINCT FROM ($4::text))))) OR (((t0."claimed_level") IS NOT DISTINCT FROM ($5::text)) AND ((t0."level") IS NOT DISTINCT FROM ($6::text))))) THEN 1 WHEN (((((t0."claimed_level") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t0."level") IS NOT DISTINCT FROM ($4::text))))) OR (((t0."claimed_level") IS NOT DISTINCT FROM ($5::text)) AND ((t0."level") IS NOT DISTINCT FROM ($6::text))))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1 OR choice.taken = 2) THEN CASE WHEN NOT (((((t0."claimed_level") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t0."level") IS NOT DISTINCT FROM ($4::text))))) OR (((t0."claimed_level") IS NOT DISTINCT FROM ($5::text)) AND ((t0."level") IS NOT DISTINCT FROM ($6::text))))) THEN begun.on_day WHEN (((((t0."claimed_level") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t0."level") IS NOT DISTINCT FROM ($4::text))))) OR (((t0."claimed_level") IS NOT DISTINCT FROM ($5::text)) AND ((t0."level") IS NOT DISTINCT FROM ($6::text))))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1 OR choice.taken = 2) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (CASE WHEN t0."disputed_on" <= $1::date THEN t0."disputed_on" END)) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (CASE WHEN t0."disputed_on" <= $1::date THEN t0."disputed_on" END))) THEN 1 WHEN (NOT (((CASE WHEN t0."dispute_settled_on" <= $1::date THEN t0."dispute_settled_on" END) IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."disputed_on" <= $1::date THEN t0."disputed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t2.verdict, t2.decided_on FROM fact_review_decision t2
  WHERE t2.org_id = t0.org_id AND t2.rule = $7::text AND t2.subject = t0.id AND t2.decided_on <= $1::date
  ORDER BY t2.decided_on DESC, t2.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND (NOT (((t0."level") IS NULL))) AND (NOT (((t0."claimed_level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/pre-post-review
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "none"
-- $5 = "prePost"
-- $6 = "meets"
-- $7 = "exempted"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_assignment t0 LEFT JOIN fact_post t1 ON t1.org_id = t0.org_id AND t1.id = t0."post"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."starts_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id, (((t2."result") IS NOT DISTINCT FROM ($6::text) OR (t2."result") IS NOT DISTINCT FROM ($7::text))) AS holds FROM fact_eligibility_check t2 WHERE t2.org_id = t0.org_id AND t2."assignment" = t0.id AND t2."basis" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((t1."secret_class") IS NOT DISTINCT FROM ($4::text))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/qualification-before-legal-person-age
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "secrecyQualification"
-- $5 = "12"
-- $6 = "cn-ssir-2024/qualification-before-legal-person-age"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN NOT (((CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END) < (feel_add_months(CASE WHEN t1."established_on" <= $1::date THEN t1."established_on" END, ($5::bigint))))) THEN 1 WHEN (((CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END) < (feel_add_months(CASE WHEN t1."established_on" <= $1::date THEN t1."established_on" END, ($5::bigint))))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (((CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END) < (feel_add_months(CASE WHEN t1."established_on" <= $1::date THEN t1."established_on" END, ($5::bigint))))) THEN begun.on_day WHEN (((CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END) < (feel_add_months(CASE WHEN t1."established_on" <= $1::date THEN t1."established_on" END, ($5::bigint))))) AND review.verdict <> 'confirmed' THEN review.decided_on END AS met_on, ARRAY[]::text[] AS evidence, moment.closes AS closes
FROM fact_licence t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t2.verdict, t2.decided_on FROM fact_review_decision t2
  WHERE t2.org_id = t0.org_id AND t2.rule = $6::text AND t2.subject = t0.id AND t2.decided_on <= $1::date
  ORDER BY t2.decided_on DESC, t2.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."kind") IS NOT DISTINCT FROM ($4::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/qualification-conditions-kept
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssir-2024.qualification-conditions-kept"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."qualified_firm_since" <= $1::date THEN t0."qualified_firm_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."qualified_firm_since" <= $1::date THEN t0."qualified_firm_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/qualification-used-properly
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssir-2024.qualification-used-properly"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."qualified_firm_since" <= $1::date THEN t0."qualified_firm_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."qualified_firm_since" <= $1::date THEN t0."qualified_firm_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/re-review
-- $1 = "2024-09-01"
-- $2 = "2026-11-23"
-- $3 = "org"
-- $4 = "12"
-- $5 = "none"
-- $6 = "reReview"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."cancelled_on" <= $2::date THEN t0."cancelled_on" END)) < span.next_day, false) THEN 9 WHEN (((NOT (((t2."secret_class") IS NOT DISTINCT FROM ($5::text)))) AND (((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) IS NULL) OR ((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) > ((span.next_day - 1)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $2::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $2::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."cancelled_on" <= $2::date THEN t0."cancelled_on" END)) < span.next_day, false)) AND (((NOT (((t2."secret_class") IS NOT DISTINCT FROM ($5::text)))) AND (((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) IS NULL) OR ((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) > ((span.next_day - 1)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."cancelled_on" <= $2::date THEN t0."cancelled_on" END)) < span.next_day, false)) AND (((NOT (((t2."secret_class") IS NOT DISTINCT FROM ($5::text)))) AND (((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) IS NULL) OR ((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) > ((span.next_day - 1)))))) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_assignment t0 LEFT JOIN fact_post t2 ON t2.org_id = t0.org_id AND t2.id = t0."post"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (t0."starts_on")::date), (1, ($1::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $2::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id FROM fact_eligibility_check t3 WHERE t3.org_id = t0.org_id AND t3."assignment" = t0.id AND t3."basis" = $6::text AND t3.happened_on <= $2::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day AND ((NOT (((t3."result") IS NULL))))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $2::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $2::date AND begun.on_day >= $1::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $2::date) AND ((least(CASE WHEN t0."cancelled_on" <= $2::date THEN t0."cancelled_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."cancelled_on" <= $2::date THEN t0."cancelled_on" END))) AND (((NOT (((t2."secret_class") IS NOT DISTINCT FROM ($5::text)))) AND (((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) IS NULL) OR ((CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END) > ((span.next_day - 1)))))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/repair-supervised
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "repair"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."supervised_on" <= $1::date THEN t0."supervised_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."supervised_on" <= $1::date THEN t0."supervised_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t2."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/report-on-matters-abroad
-- $1 = "2026-11-23"
-- $2 = "259200000000"
-- $3 = "org"
-- $4 = "2024-09-01"
-- $5 = "mattersAbroad"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t0."secret_bearing" AND t1."abroad")) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."secret_bearing" AND t1."abroad")) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (feel_add_to_day(CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_travel_report t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((t0."secret_bearing" AND t1."abroad")) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssir-2024/reproduction-approval
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t1 ON t1.org_id = t0.org_id AND t1.id = t0."document" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END AS due, CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND t0."reproduction" AND (NOT (((t1."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/rights-protection-rules
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "rightsProtection"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, CASE WHEN t3."published_on" <= $1::date THEN t3."published_on" END AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_internal_rule t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."topic" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-ssir-2024/risk-assessment-on-change
-- $1 = "2026-11-23"
-- $2 = "2592000000000"
-- $3 = "org"
-- $4 = "2024-09-01"
-- $5 = "riskAssessment"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END) <= (feel_add_to_day(CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_protection_check t2 WHERE t2.org_id = t0.org_id AND t2."system" = t0.id AND t2."kind" = $5::text AND t2.happened_on <= $1::date AND t2.happened_on >= CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND t0."classified")) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssir-2024/risk-assessment-others
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "24"
-- $5 = "topSecret"
-- $6 = "riskAssessment"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id FROM fact_protection_check t3 WHERE t3.org_id = t0.org_id AND t3."system" = t0.id AND t3."kind" = $6::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END))) AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND t0."classified" AND (NOT (((t0."level") IS NOT DISTINCT FROM ($5::text)))))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/risk-assessment-top-secret
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "topSecret"
-- $6 = "riskAssessment"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id FROM fact_protection_check t3 WHERE t3.org_id = t0.org_id AND t3."system" = t0.id AND t3."kind" = $6::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END))) AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND t0."classified" AND ((t0."level") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssir-2024/secrecy-assessed-yearly
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "secrecy"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_assessment t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."programme" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-ssir-2024/secrecy-self-check
-- $1 = "2026-11-23"
-- $2 = "2024-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "secrecy"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_self_inspection t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."programme" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-ssir-2024/system-tested-before-use
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END) <= (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."tested_on" <= $1::date THEN t0."tested_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."tested_on" <= $1::date THEN t0."tested_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND t0."classified")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/top-secret-carried-abroad
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "topSecret"
-- $5 = "carryAbroad"
-- $6 = "cn-ssir-2024/top-secret-carried-abroad"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT (((t0."kind") IS NOT DISTINCT FROM ($5::text))) THEN 1 WHEN (((t0."kind") IS NOT DISTINCT FROM ($5::text))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT (((t0."kind") IS NOT DISTINCT FROM ($5::text))) THEN begun.on_day WHEN (((t0."kind") IS NOT DISTINCT FROM ($5::text))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) IS NULL))) AND (((CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END) IS NULL) OR ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t4.verdict, t4.decided_on FROM fact_review_decision t4
  WHERE t4.org_id = t0.org_id AND t4.rule = $6::text AND t4.subject = t0.id AND t4.decided_on <= $1::date
  ORDER BY t4.decided_on DESC, t4.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t2."level") IS NOT DISTINCT FROM ($4::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/top-secret-carried-by-too-few
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-09-01"
-- $4 = "send"
-- $5 = "carryOut"
-- $6 = "topSecret"
-- $7 = "2"
-- $8 = "cn-ssir-2024/top-secret-carried-by-too-few"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN NOT (((t0."carriers") < ($7::bigint))) THEN 1 WHEN (((t0."carriers") < ($7::bigint))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (((t0."carriers") < ($7::bigint))) THEN begun.on_day WHEN (((t0."carriers") < ($7::bigint))) AND review.verdict <> 'confirmed' THEN review.decided_on END AS met_on, ARRAY[]::text[] AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t4.verdict, t4.decided_on FROM fact_review_decision t4
  WHERE t4.org_id = t0.org_id AND t4.rule = $8::text AND t4.subject = t0.id AND t4.decided_on <= $1::date
  ORDER BY t4.decided_on DESC, t4.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text)) AND ((t2."level") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssir-2024/unclear-level-submission
-- $1 = "2026-11-23"
-- $2 = "10"
-- $3 = "cn"
-- $4 = "org"
-- $5 = "2024-09-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (feel_add_working_days($3::text, CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, $2::bigint))) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (feel_add_working_days($3::text, CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, $2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_working_days($3::text, CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."draft_submitted_on" <= $1::date THEN t0."draft_submitted_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."draft_submitted_on" <= $1::date THEN t0."draft_submitted_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $5::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND t0."unclear")) IS NOT FALSE, false)
ORDER BY subject;

