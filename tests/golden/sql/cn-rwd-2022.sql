-- cn-rwd-2022/no-retaliation-against-staff
-- $1 = "2026-11-23"
-- $2 = "2022-06-06"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-rwd-2022.no-retaliation-against-staff"
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

-- cn-rwd-2022/nothing-left-out-or-hidden
-- $1 = "2026-11-23"
-- $2 = "2022-06-06"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-rwd-2022.nothing-left-out-or-hidden"
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

-- cn-rwd-2022/pass-on-staff-report
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2022-06-06"
-- $4 = "authority"
-- $5 = "86400000000"
-- $6 = "stateSecurity"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_report t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id FROM fact_referral t1 WHERE t1.org_id = t0.org_id AND t1."report" = t0.id AND t1."receiver" = $6::text AND t1.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."track") IS NOT DISTINCT FROM ($4::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-rwd-2022/reporter-confidentiality
-- $1 = "2026-11-23"
-- $2 = "2022-06-06"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-rwd-2022.reporter-confidentiality"
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

-- cn-rwd-2022/unsorted-report
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2022-06-06"
-- $5 = "cn-rwd-2022/unsorted-report"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN NOT (((t0."track") IS NULL)) THEN 1 WHEN (((t0."track") IS NULL)) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (((t0."track") IS NULL)) THEN begun.on_day WHEN (((t0."track") IS NULL)) AND review.verdict <> 'confirmed' THEN review.decided_on END AS met_on, ARRAY[]::text[] AS evidence, moment.closes AS closes
FROM fact_report t0
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t1.verdict, t1.decided_on FROM fact_review_decision t1
  WHERE t1.org_id = t0.org_id AND t1.rule = $5::text AND t1.subject = t0.id AND t1.decided_on <= $1::date
  ORDER BY t1.decided_on DESC, t1.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date, false)
ORDER BY subject;

