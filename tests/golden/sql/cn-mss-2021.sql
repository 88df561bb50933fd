-- cn-mss-2021/key-unit-return-interview
-- $1 = "2026-11-23"
-- $2 = "432000000000"
-- $3 = "org"
-- $4 = "2021-04-26"
-- $5 = "private"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($5::text)))) AND ((NOT (((CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."school_since" <= $1::date THEN t2."school_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."research_since" <= $1::date THEN t2."research_since" END) IS NULL)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($5::text)))) AND ((NOT (((CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."school_since" <= $1::date THEN t2."school_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."research_since" <= $1::date THEN t2."research_since" END) IS NULL)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (feel_add_to_day(CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t3.happened_on AS at, t3.id FROM fact_debrief t3 WHERE t3.org_id = t0.org_id AND t3."traveller" = t0.id AND t3.happened_on <= $1::date AND t3.happened_on >= CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($5::text)))) AND ((NOT (((CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."school_since" <= $1::date THEN t2."school_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."research_since" <= $1::date THEN t2."research_since" END) IS NULL)))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-mss-2021/measures-during-inspection
-- $1 = "2026-11-23"
-- $2 = "2021-04-26"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-mss-2021.measures-during-inspection"
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

-- cn-mss-2021/people-place-technology
-- $1 = "2026-11-23"
-- $2 = "2021-04-26"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-mss-2021.people-place-technology"
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

-- cn-mss-2021/precaution-review-before-post
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-04-26"
-- $4 = "none"
-- $5 = "precautionPost"
-- $6 = "meets"
-- $7 = "exempted"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_assignment t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation" LEFT JOIN fact_post t2 ON t2.org_id = t0.org_id AND t2.id = t0."post"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."starts_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id, (((t3."result") IS NOT DISTINCT FROM ($6::text) OR (t3."result") IS NOT DISTINCT FROM ($7::text))) AS holds FROM fact_eligibility_check t3 WHERE t3.org_id = t0.org_id AND t3."assignment" = t0.id AND t3."basis" = $5::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."key_unit_since" <= $1::date THEN t1."key_unit_since" END) IS NULL))) AND (NOT (((t2."secret_class") IS NOT DISTINCT FROM ($4::text)))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-mss-2021/precaution-undertaking
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-04-26"
-- $4 = "none"
-- $5 = "precaution"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_assignment t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation" LEFT JOIN fact_post t2 ON t2.org_id = t0.org_id AND t2.id = t0."post"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."starts_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t3.happened_on AS at, t3.id FROM fact_commitment t3 WHERE t3.org_id = t0.org_id AND t3."assignment" = t0.id AND t3."topic" = $5::text AND t3.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."key_unit_since" <= $1::date THEN t1."key_unit_since" END) IS NULL))) AND (NOT (((t2."secret_class") IS NOT DISTINCT FROM ($4::text)))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-mss-2021/school-course
-- $1 = "2026-11-23"
-- $2 = "2021-04-26"
-- $3 = "org"
-- $4 = "12"
-- $5 = "counter-espionage"
-- $6 = "all"
-- $7 = "pupils"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."school_since" <= $1::date THEN t0."school_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_course t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day AND ((((CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END) IS NULL) AND ((t2."audience") IS NOT DISTINCT FROM ($6::text) OR (t2."audience") IS NOT DISTINCT FROM ($7::text))))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-mss-2021/staff-reporting-rule
-- $1 = "2026-11-23"
-- $2 = "2021-04-26"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "reporting"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."key_unit_since" <= $1::date THEN t0."key_unit_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, CASE WHEN t3."published_on" <= $1::date THEN t3."published_on" END AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_internal_rule t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."topic" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-mss-2021/trip-briefing
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-04-26"
-- $4 = "private"
-- $5 = "precautions"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))) AND ((NOT (((CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."school_since" <= $1::date THEN t2."school_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."research_since" <= $1::date THEN t2."research_since" END) IS NULL)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))) AND ((NOT (((CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."school_since" <= $1::date THEN t2."school_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."research_since" <= $1::date THEN t2."research_since" END) IS NULL)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t3.happened_on AS at, t3.id FROM fact_briefing t3 WHERE t3.org_id = t0.org_id AND t3."traveller" = t0.id AND t3."topic" = $5::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes)) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t1."abroad" AND (NOT (((t1."kind") IS NOT DISTINCT FROM ($4::text)))) AND ((NOT (((CASE WHEN t2."key_unit_since" <= $1::date THEN t2."key_unit_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."school_since" <= $1::date THEN t2."school_since" END) IS NULL))) OR (NOT (((CASE WHEN t2."research_since" <= $1::date THEN t2."research_since" END) IS NULL)))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

