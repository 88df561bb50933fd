-- cn-dsl-2021/data-incident-contained
-- $1 = "1795449599999999"
-- $2 = "7200000000"
-- $3 = "2026-11-23"
-- $4 = "org"
-- $5 = "2021-09-01"
-- $6 = "dataSecurity"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::bigint > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::bigint END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_incident t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_at" <= $1::bigint THEN t0."dismissed_at" END) <= (feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $3::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)) AS due, NULL::bigint AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."contained_at" <= $1::bigint THEN t0."contained_at" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."contained_at" <= $1::bigint THEN t0."contained_at" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $3::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $3::date AND begun.on_day >= $5::date AND (((t0."clock") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-dsl-2021/data-incident-reported
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2021-09-01"
-- $5 = "dataSecurity"
-- $6 = "dataAuthority"
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

-- cn-dsl-2021/data-incident-users-told
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2021-09-01"
-- $5 = "dataSecurity"
-- $6 = "peopleConcerned"
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

-- cn-dsl-2021/data-security-system
-- $1 = "2026-11-23"
-- $2 = "2021-09-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "dataSecurity"
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

-- cn-dsl-2021/data-security-training
-- $1 = "2026-11-23"
-- $2 = "2021-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "data-security"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."established_on" <= $1::date THEN t0."established_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_course t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day AND (((CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END) IS NULL))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-dsl-2021/important-data-export
-- $1 = "2026-11-23"
-- $2 = "2021-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-dsl-2021.important-data-export"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."important_data_since" <= $1::date THEN t0."important_data_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."important_data_since" <= $1::date THEN t0."important_data_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-dsl-2021/important-data-officer
-- $1 = "2026-11-23"
-- $2 = "2021-09-01"
-- $3 = "org"
-- $4 = "2592000000000"
-- $5 = "importantDataOfficer"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."important_data_since" <= $1::date THEN t0."important_data_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."important_data_since" <= $1::date THEN t0."important_data_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."role" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-dsl-2021/important-data-risk-assessment
-- $1 = "2026-11-23"
-- $2 = "2021-09-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "dataRisk"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."important_data_since" <= $1::date THEN t0."important_data_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_protection_check t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."kind" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-dsl-2021/lawful-retrieval
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2021-09-01"
-- $5 = "retrieval"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_notice t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN (NOT (((t0."limit_on") IS NULL))) THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END)) THEN 1 WHEN ((t0."limit_on") IS NULL) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) ELSE t0."limit_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t0."kind") IS NOT DISTINCT FROM ($5::text)) AND (NOT (t0."foreign")))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-dsl-2021/no-data-to-foreign-authority
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-09-01"
-- $4 = "foreignAuthority"
-- $5 = "cn-dsl-2021/no-data-to-foreign-authority"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN NOT ((((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) IS NULL) OR ((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) > (CASE WHEN t0."given_on" <= $1::date THEN t0."given_on" END)))) THEN 1 WHEN ((((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) IS NULL) OR ((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) > (CASE WHEN t0."given_on" <= $1::date THEN t0."given_on" END)))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT ((((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) IS NULL) OR ((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) > (CASE WHEN t0."given_on" <= $1::date THEN t0."given_on" END)))) THEN begun.on_day WHEN ((((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) IS NULL) OR ((CASE WHEN t0."authority_approved_on" <= $1::date THEN t0."authority_approved_on" END) > (CASE WHEN t0."given_on" <= $1::date THEN t0."given_on" END)))) AND review.verdict <> 'confirmed' THEN review.decided_on END AS met_on, ARRAY[]::text[] AS evidence, moment.closes AS closes
FROM fact_handover t0
CROSS JOIN LATERAL (SELECT CASE WHEN t0."given_on" <= $1::date THEN t0."given_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t1.verdict, t1.decided_on FROM fact_review_decision t1
  WHERE t1.org_id = t0.org_id AND t1.rule = $5::text AND t1.subject = t0.id AND t1.decided_on <= $1::date
  ORDER BY t1.decided_on DESC, t1.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((t0."receiver") IS NOT DISTINCT FROM ($4::text))) IS NOT FALSE, false)
ORDER BY subject;

