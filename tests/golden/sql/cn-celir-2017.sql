-- cn-celir-2017/rectification-sufficient
-- $1 = "2026-11-23"
-- $2 = "2592000000000"
-- $3 = "org"
-- $4 = "2017-11-22"
-- $5 = "2023-07-01"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_finding t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."rejected_on" <= $1::date THEN t0."rejected_on" END) <= (CASE WHEN (NOT (((t0."due_on") IS NULL))) THEN t0."due_on" ELSE feel_add_to_day(CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END, $2::bigint) END)) THEN 1 WHEN ((t0."due_on") IS NULL) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN feel_add_to_day(CASE WHEN t0."raised_on" <= $1::date THEN t0."raised_on" END, $2::bigint) ELSE t0."due_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t1."verified_on" <= $1::date THEN t1."verified_on" END AS at, t1.id FROM fact_remedy t1 WHERE t1.org_id = t0.org_id AND t1."finding" = t0.id AND t1.happened_on <= $1::date AND CASE WHEN t1."verified_on" <= $1::date THEN t1."verified_on" END IS NOT NULL) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND begun.on_day < $5::date AND ((NOT (((t0."notice") IS NULL)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-celir-2017/rectify-as-asked
-- $1 = "2026-11-23"
-- $2 = "2592000000000"
-- $3 = "org"
-- $4 = "2017-11-22"
-- $5 = "2023-07-01"
-- $6 = "correctionOrder"
-- $7 = "inspectionOpinion"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_authority_notice t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN (NOT (((t0."limit_on") IS NULL))) THEN t0."limit_on" ELSE feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) END)) THEN 1 WHEN ((t0."limit_on") IS NULL) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN feel_add_to_day(CASE WHEN t0."received_on" <= $1::date THEN t0."received_on" END, $2::bigint) ELSE t0."limit_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."done_on" <= $1::date THEN t0."done_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND begun.on_day < $5::date AND (((t0."kind") IS NOT DISTINCT FROM ($6::text) OR (t0."kind") IS NOT DISTINCT FROM ($7::text))) IS NOT FALSE, false)
ORDER BY subject;

