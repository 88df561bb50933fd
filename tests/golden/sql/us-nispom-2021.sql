-- us-nispom-2021/access-debriefing
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "us-nispom-2021/access-debriefing"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $5::text AND t2.subject = t0.id
    AND t2.granted_on <= $1::date AND t2.until > $1::date AND t2.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_clearance t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."debriefed_on" <= $1::date THEN t0."debriefed_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."debriefed_on" <= $1::date THEN t0."debriefed_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/change-report
-- $1 = "inability"
-- $2 = "2026-11-23"
-- $3 = "org"
-- $4 = "2021-02-24"
-- $5 = "us"
-- $6 = "86400000000"
-- $7 = "us-nispom-2021/change-report"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $7::text AND t2.subject = t0.id
    AND t2.granted_on <= $2::date AND t2.until > $2::date AND t2.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $2::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_change_report t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((t0."kind") IS NOT DISTINCT FROM ($1::text)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."changed_on" <= $2::date THEN t0."changed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 1 THEN CASE WHEN t0."changed_on" <= $2::date THEN t0."changed_on" END ELSE feel_add_to_day(CASE WHEN t0."changed_on" <= $2::date THEN t0."changed_on" END, $6::bigint) END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reported_on" <= $2::date THEN t0."reported_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reported_on" <= $2::date THEN t0."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $2::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $2::date AND begun.on_day >= $4::date AND ((((t1."seat") IS NOT DISTINCT FROM ($5::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $2::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((NOT (((CASE WHEN t1."cleared_since" <= $2::date THEN t1."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/confidence-marked
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "us-nispom-2021.confidence-marked"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/cooperate-with-reviews
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "us-nispom-2021.cooperate-with-reviews"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/copy-to-agency
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2021-02-24"
-- $5 = "us"
-- $6 = "suspectedEspionage"
-- $7 = "fbi"
-- $8 = "us-nispom-2021/report-to-fbi"
-- $9 = "securityAgency"
-- $10 = "us-nispom-2021/copy-to-agency"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t8 WHERE t8.org_id = t0.org_id AND t8.rule = $10::text AND t8.subject = t0.id
    AND t8.granted_on <= $1::date AND t8.until > $1::date AND t8.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_incident t0 LEFT JOIN fact_organisation t6 ON t6.org_id = t0.org_id AND t6.id = t0."organisation" JOIN (SELECT subject, met_on FROM (SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t1.id) t1.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t1.org_id AND t4.rule = $8::text AND t4.subject = t1.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND t4.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t1 LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t1."dismissed_on" <= $1::date THEN t1."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t1."discovered_on" <= $1::date THEN t1."discovered_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."discovered_on" <= $1::date THEN t1."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t1."discovered_on" <= $1::date THEN t1."discovered_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t3.happened_on AS at, t3.id FROM fact_referral t3 WHERE t3.org_id = t1.org_id AND t3."incident" = t1.id AND t3."receiver" = $7::text AND t3.happened_on <= $1::date AND (t3."in_writing")) AS fitting) AS found0 ON true
WHERE t1.org_id = $3::text AND t1.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t2."seat") IS NOT DISTINCT FROM ($5::text)) OR ((t2."seat") IS NULL) OR (NOT (((CASE WHEN t2."cleared_since" <= $1::date THEN t2."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t2."cleared_since" <= $1::date THEN t2."cleared_since" END) IS NULL))) AND ((t1."clock") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY t1.id, found0.met_on, found0.id) AS each) AS earlier WHERE status IN (1, 2)) AS followed ON followed.subject = t0.id
CROSS JOIN LATERAL (SELECT CASE WHEN (SELECT CASE min(coalesce(2 * (((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t5."sent_on" <= $1::date THEN t5."sent_on" END, $2::bigint))))::int, 1)) FILTER (WHERE (t5.happened_on, t5.id) IS NOT NULL) WHEN 0 THEN false WHEN 1 THEN NULL ELSE true END FROM fact_referral t5 WHERE t5.org_id = t0.org_id AND t5."incident" = t0.id AND t5.happened_on <= $1::date AND ((((t5."receiver") IS NOT DISTINCT FROM ($7::text)) AND t5."in_writing"))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(followed.met_on, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t7.happened_on AS at, t7.id FROM fact_referral t7 WHERE t7.org_id = t0.org_id AND t7."incident" = t0.id AND t7."receiver" = $9::text AND t7.happened_on <= $1::date) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t6."seat") IS NOT DISTINCT FROM ($5::text)) OR ((t6."seat") IS NULL) OR (NOT (((CASE WHEN t6."cleared_since" <= $1::date THEN t6."cleared_since" END) IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/derivative-training
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "24"
-- $6 = "derivative-classification"
-- $7 = "us-nispom-2021/derivative-training"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $7::text AND t4.subject = t0.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND (t4.period IS NULL OR t4.period = span.start_day)) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_clearance t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."derivative_since" <= $1::date THEN t0."derivative_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id FROM fact_completion t3 WHERE t3.org_id = t0.org_id AND t3."person" = t0."person" AND t3."topic" = $6::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t2."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t2."seat") IS NULL) OR (NOT (((CASE WHEN t2."cleared_since" <= $1::date THEN t2."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END))) AND ((NOT (((CASE WHEN t2."cleared_since" <= $1::date THEN t2."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/derivative-training-first
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "derivative-classification"
-- $6 = "us-nispom-2021/derivative-training-first"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t6 WHERE t6.org_id = t0.org_id AND t6.rule = $6::text AND t6.subject = t0.id
    AND t6.granted_on <= $1::date AND t6.until > $1::date AND t6.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_clearance t0 LEFT JOIN fact_organisation t3 ON t3.org_id = t0.org_id AND t3.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= ((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."derivative_since" <= $1::date THEN t0."derivative_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."derivative_since" <= $1::date THEN t0."derivative_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t4.e) IS NULL) THEN NULL ELSE max(t4.e) END FROM (VALUES (0, (CASE WHEN t0."derivative_since" <= $1::date THEN t0."derivative_since" END)::date), (1, ($2::date)::date)) AS t4(n, e)) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t5.happened_on AS at, t5.id FROM fact_completion t5 WHERE t5.org_id = t0.org_id AND t5."person" = t0."person" AND t5."topic" = $5::text AND t5.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t3."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-nispom-2021/initial-briefing
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "initial-briefing"
-- $6 = "us-nispom-2021/initial-briefing"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t3 WHERE t3.org_id = t0.org_id AND t3.rule = $6::text AND t3.subject = t0.id
    AND t3.granted_on <= $1::date AND t3.until > $1::date AND t3.period IS NULL) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_clearance t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."access_on" AS due, t0."access_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_completion t2 WHERE t2.org_id = t0.org_id AND t2."person" = t0."person" AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes)) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-nispom-2021/insider-threat-before-access
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "insider-threat"
-- $6 = "us-nispom-2021/insider-threat-before-access"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t3 WHERE t3.org_id = t0.org_id AND t3.rule = $6::text AND t3.subject = t0.id
    AND t3.granted_on <= $1::date AND t3.until > $1::date AND t3.period IS NULL) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_clearance t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."access_on" AS due, t0."access_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_completion t2 WHERE t2.org_id = t0.org_id AND t2."person" = t0."person" AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes)) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-nispom-2021/insider-threat-programme
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "7776000000000"
-- $6 = "insiderThreat"
-- $7 = "us-nispom-2021/insider-threat-programme"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $7::text AND t4.subject = t0.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND t4.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, CASE WHEN t3."published_on" <= $1::date THEN t3."published_on" END AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_internal_rule t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."topic" = $6::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/insider-threat-yearly
-- $1 = "2021-02-24"
-- $2 = "2026-11-23"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "insider-threat"
-- $7 = "us-nispom-2021/insider-threat-yearly"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $7::text AND t4.subject = t0.id
    AND t4.granted_on <= $2::date AND t4.until > $2::date AND (t4.period IS NULL OR t4.period = span.start_day)) THEN 8 WHEN $2::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $2::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_clearance t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (t0."access_on")::date), (1, ($1::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $2::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id FROM fact_completion t3 WHERE t3.org_id = t0.org_id AND t3."person" = t0."person" AND t3."topic" = $6::text AND t3.happened_on <= $2::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $2::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $2::date AND begun.on_day >= $1::date AND ((((t2."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t2."seat") IS NULL) OR (NOT (((CASE WHEN t2."cleared_since" <= $2::date THEN t2."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $2::date) AND ((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END))) AND ((NOT (((CASE WHEN t2."cleared_since" <= $2::date THEN t2."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/key-management
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "us-nispom-2021.key-management"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/loss-final-report
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2021-02-24"
-- $5 = "us"
-- $6 = "classifiedLoss"
-- $7 = "securityAgency"
-- $8 = "final"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t0."concluded_on" <= $1::date THEN t0."concluded_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."concluded_on" <= $1::date THEN t0."concluded_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."concluded_on" <= $1::date THEN t0."concluded_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_referral t2 WHERE t2.org_id = t0.org_id AND t2."incident" = t0.id AND t2."receiver" = $7::text AND t2."stage" = $8::text AND t2.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t1."seat") IS NOT DISTINCT FROM ($5::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t0."clock") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-nispom-2021/loss-initial-report
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "classifiedLoss"
-- $6 = "86400000000"
-- $7 = "securityAgency"
-- $8 = "initial"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_incident t0 LEFT JOIN fact_organisation t3 ON t3.org_id = t0.org_id AND t3.id = t0."organisation" JOIN (SELECT subject, met_on FROM (SELECT t1.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_incident t1 LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t1."dismissed_on" <= $1::date THEN t1."dismissed_on" END) <= (CASE WHEN t1."discovered_on" <= $1::date THEN t1."discovered_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."discovered_on" <= $1::date THEN t1."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t1."discovered_on" <= $1::date THEN t1."discovered_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t1."inquiry_on" <= $1::date THEN t1."inquiry_on" END AS met_on, ARRAY[t1.id] AS evidence WHERE CASE WHEN t1."inquiry_on" <= $1::date THEN t1."inquiry_on" END IS NOT NULL) AS found0 ON true
WHERE t1.org_id = $2::text AND t1.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t2."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t2."seat") IS NULL) OR (NOT (((CASE WHEN t2."cleared_since" <= $1::date THEN t2."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t2."cleared_since" <= $1::date THEN t2."cleared_since" END) IS NULL))) AND ((t1."clock") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)) AS earlier WHERE status IN (1, 2)) AS followed ON followed.subject = t0.id
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t0."inquiry_on" <= $1::date THEN t0."inquiry_on" END, $6::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(followed.met_on, $6::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t4.happened_on AS at, t4.id FROM fact_referral t4 WHERE t4.org_id = t0.org_id AND t4."incident" = t0.id AND t4."receiver" = $7::text AND t4."stage" = $8::text AND t4.happened_on <= $1::date) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t3."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/loss-inquiry
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "classifiedLoss"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_incident t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."inquiry_on" <= $1::date THEN t0."inquiry_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."inquiry_on" <= $1::date THEN t0."inquiry_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t0."clock") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/no-reprisal
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "us-nispom-2021.no-reprisal"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/officer-course
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "facilitySecurityOfficer"
-- $6 = "6"
-- $7 = "us-nispom-2021/officer-course"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $7::text AND t2.subject = t0.id
    AND t2.granted_on <= $1::date AND t2.until > $1::date AND t2.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_appointment t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_months(CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END, ($6::bigint)) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."trained_on" <= $1::date THEN t0."trained_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."trained_on" <= $1::date THEN t0."trained_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t0."role") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/officials-in-writing
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "2592000000000"
-- $6 = "6"
-- $7 = 3
-- $8 = ["seniorManagementOfficial","facilitySecurityOfficer","insiderThreatOfficial"]
-- $9 = "us-nispom-2021/officials-in-writing"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $9::text AND t4.subject = t0.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND t4.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (feel_add_to_day(CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END, $5::bigint))::date), (1, (feel_add_months($2::date, ($6::bigint)))::date)) AS t2(n, e)) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN $7::bigint <= 0 THEN begun.on_day ELSE (array_agg(at ORDER BY at, id))[least(greatest($7::bigint, 0), 1000000)::int] END AS met_on,
  CASE WHEN $7::bigint <= 0 THEN ARRAY[]::text[] ELSE (array_agg(id ORDER BY at, id))[1:least(greatest($7::bigint, 0), 1000000)::int] END AS evidence FROM (SELECT DISTINCT ON (role) at, id FROM (SELECT t3.happened_on AS at, t3.id, t3."role" AS role FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3.happened_on <= $1::date AND ((t3."in_writing" AND ((CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END) IS NULL))) AND t3."role" = ANY ($8::text[])) AS named ORDER BY role, at, id) AS found) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/procedures-on-demand
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "us-nispom-2021.procedures-on-demand"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/refresher
-- $1 = "2021-02-24"
-- $2 = "2026-11-23"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "refresher"
-- $7 = "us-nispom-2021/refresher"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $7::text AND t4.subject = t0.id
    AND t4.granted_on <= $2::date AND t4.until > $2::date AND (t4.period IS NULL OR t4.period = span.start_day)) THEN 8 WHEN $2::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $2::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_clearance t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (t0."access_on")::date), (1, ($1::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $2::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id FROM fact_completion t3 WHERE t3.org_id = t0.org_id AND t3."person" = t0."person" AND t3."topic" = $6::text AND t3.happened_on <= $2::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $2::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $2::date AND begun.on_day >= $1::date AND ((((t2."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t2."seat") IS NULL) OR (NOT (((CASE WHEN t2."cleared_since" <= $2::date THEN t2."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $2::date) AND ((least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."ended_on" <= $2::date THEN t0."ended_on" END))) AND ((NOT (((CASE WHEN t2."cleared_since" <= $2::date THEN t2."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/report-to-fbi
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2021-02-24"
-- $5 = "us"
-- $6 = "suspectedEspionage"
-- $7 = "fbi"
-- $8 = "us-nispom-2021/report-to-fbi"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t3 WHERE t3.org_id = t0.org_id AND t3.rule = $8::text AND t3.subject = t0.id
    AND t3.granted_on <= $1::date AND t3.until > $1::date AND t3.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_referral t2 WHERE t2.org_id = t0.org_id AND t2."incident" = t0.id AND t2."receiver" = $7::text AND t2.happened_on <= $1::date AND (t2."in_writing")) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t1."seat") IS NOT DISTINCT FROM ($5::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t0."clock") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-nispom-2021/reporting-procedures
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "7776000000000"
-- $6 = "reporting"
-- $7 = "us-nispom-2021/reporting-procedures"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $7::text AND t4.subject = t0.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND t4.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, CASE WHEN t3."published_on" <= $1::date THEN t3."published_on" END AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_internal_rule t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."topic" = $6::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/security-duties-training
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "insiderThreatOfficial"
-- $6 = "systemSecurityManager"
-- $7 = "2592000000000"
-- $8 = "us-nispom-2021/security-duties-training"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $8::text AND t2.subject = t0.id
    AND t2.granted_on <= $1::date AND t2.until > $1::date AND t2.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_appointment t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."appointed_on" <= $1::date THEN t0."appointed_on" END, $7::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."trained_on" <= $1::date THEN t0."trained_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."trained_on" <= $1::date THEN t0."trained_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t0."role") IS NOT DISTINCT FROM ($5::text) OR (t0."role") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/self-inspection
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "industrialSecurity"
-- $7 = "us-nispom-2021/self-inspection"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t3 WHERE t3.org_id = t0.org_id AND t3.rule = $7::text AND t3.subject = t0.id
    AND t3.granted_on <= $1::date AND t3.until > $1::date AND (t3.period IS NULL OR t3.period = span.start_day)) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_self_inspection t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."programme" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day AND ((NOT (((CASE WHEN t2."reported_on" <= $1::date THEN t2."reported_on" END) IS NULL))))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- us-nispom-2021/self-inspection-certified
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2021-02-24"
-- $4 = "us"
-- $5 = "industrialSecurity"
-- $6 = "12"
-- $7 = "us-nispom-2021/self-inspection-certified"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t2 WHERE t2.org_id = t0.org_id AND t2.rule = $7::text AND t2.subject = t0.id
    AND t2.granted_on <= $1::date AND t2.until > $1::date AND t2.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_self_inspection t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."completed_on" <= $1::date THEN t0."completed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_months(CASE WHEN t0."completed_on" <= $1::date THEN t0."completed_on" END, ($6::bigint)) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."certified_on" <= $1::date THEN t0."certified_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."certified_on" <= $1::date THEN t0."certified_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t1."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t0."programme") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- us-nispom-2021/self-inspection-corrections
-- $1 = "2026-11-23"
-- $2 = "2592000000000"
-- $3 = "org"
-- $4 = "2021-02-24"
-- $5 = "us"
-- $6 = "industrialSecurity"
-- $7 = "us-nispom-2021/self-inspection-corrections"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $7::text AND t4.subject = t0.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND t4.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_finding t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation" LEFT JOIN fact_self_inspection t2 ON t2.org_id = t0.org_id AND t2.id = t0."self_inspection"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."rejected_on" <= $1::date THEN t0."rejected_on" END) <= (CASE WHEN (NOT (((t0."due_on") IS NULL))) THEN t0."due_on" ELSE feel_add_to_day(CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END, $2::bigint) END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN (NOT (((t0."due_on") IS NULL))) THEN t0."due_on" ELSE feel_add_to_day(CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END, $2::bigint) END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t3."verified_on" <= $1::date THEN t3."verified_on" END AS at, t3.id FROM fact_remedy t3 WHERE t3.org_id = t0.org_id AND t3."finding" = t0.id AND t3.happened_on <= $1::date AND CASE WHEN t3."verified_on" <= $1::date THEN t3."verified_on" END IS NOT NULL) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t1."seat") IS NOT DISTINCT FROM ($5::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t2."programme") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-nispom-2021/self-inspection-report-kept
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "12"
-- $6 = "us-nispom-2021.self-inspection-report-kept"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($5::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($5::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($5::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($5::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_standing_review t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."duty" = $6::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND $5::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))) AND ((NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

-- us-nispom-2021/suspicious-contact-report
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2021-02-24"
-- $5 = "us"
-- $6 = "suspiciousContact"
-- $7 = "securityAgency"
-- $8 = "us-nispom-2021/suspicious-contact-report"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t3 WHERE t3.org_id = t0.org_id AND t3.rule = $8::text AND t3.subject = t0.id
    AND t3.granted_on <= $1::date AND t3.until > $1::date AND t3.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_referral t2 WHERE t2.org_id = t0.org_id AND t2."incident" = t0.id AND t2."receiver" = $7::text AND t2.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((((t1."seat") IS NOT DISTINCT FROM ($5::text)) OR ((t1."seat") IS NULL) OR (NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))))) IS NOT FALSE AND (((NOT (((CASE WHEN t1."cleared_since" <= $1::date THEN t1."cleared_since" END) IS NULL))) AND ((t0."clock") IS NOT DISTINCT FROM ($6::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-nispom-2021/system-security-manager
-- $1 = "2026-11-23"
-- $2 = "2021-02-24"
-- $3 = "org"
-- $4 = "us"
-- $5 = "2592000000000"
-- $6 = "systemSecurityManager"
-- $7 = "us-nispom-2021/system-security-manager"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t4 WHERE t4.org_id = t0.org_id AND t4.rule = $7::text AND t4.subject = t0.id
    AND t4.granted_on <= $1::date AND t4.until > $1::date AND t4.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $5::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."role" = $6::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((((t0."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t0."seat") IS NULL) OR (NOT (((CASE WHEN t0."cleared_since" <= $1::date THEN t0."cleared_since" END) IS NULL))))) IS NOT FALSE AND (t0."keeps_information_systems") IS NOT FALSE, false)
ORDER BY subject;

