-- cn-labour-2012/consultation-before-adoption
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2013-07-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_internal_rule t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= (CASE WHEN t0."adopted_on" <= $1::date THEN t0."adopted_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."adopted_on" <= $1::date THEN t0."adopted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."adopted_on" <= $1::date THEN t0."adopted_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."consulted_on" <= $1::date THEN t0."consulted_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."consulted_on" <= $1::date THEN t0."consulted_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t0."touches_staff") IS NOT FALSE, false)
ORDER BY subject;

-- cn-labour-2012/fair-non-compete
-- $1 = "2026-11-23"
-- $2 = "2013-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-labour-2012.fair-non-compete"
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

-- cn-labour-2012/no-papers-held
-- $1 = "2026-11-23"
-- $2 = "2013-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-labour-2012.no-papers-held"
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

-- cn-labour-2012/publication-after-consultation
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2013-07-01"
-- $4 = "86400000000"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_internal_rule t0 JOIN (SELECT subject, met_on FROM (SELECT t1.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_internal_rule t1
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t1."ended_on" <= $1::date THEN t1."ended_on" END) <= (CASE WHEN t1."adopted_on" <= $1::date THEN t1."adopted_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."adopted_on" <= $1::date THEN t1."adopted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t1."adopted_on" <= $1::date THEN t1."adopted_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t1."consulted_on" <= $1::date THEN t1."consulted_on" END AS met_on, ARRAY[t1.id] AS evidence WHERE CASE WHEN t1."consulted_on" <= $1::date THEN t1."consulted_on" END IS NOT NULL) AS found0 ON true
WHERE t1.org_id = $2::text AND t1.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t1."touches_staff") IS NOT FALSE, false)) AS earlier WHERE status IN (1, 2)) AS followed ON followed.subject = t0.id
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."adopted_on" <= $1::date THEN t0."adopted_on" END)::date), (1, (CASE WHEN t0."consulted_on" <= $1::date THEN t0."consulted_on" END)::date)) AS t2(n, e)), $4::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."adopted_on" <= $1::date THEN t0."adopted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."adopted_on" <= $1::date THEN t0."adopted_on" END)::date), (1, (followed.met_on)::date)) AS t3(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."published_on" <= $1::date THEN t0."published_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."published_on" <= $1::date THEN t0."published_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- cn-labour-2012/questions-within-contract
-- $1 = "2026-11-23"
-- $2 = "2013-07-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-labour-2012.questions-within-contract"
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

