-- us-sead3-2017/day-trip-report
-- $1 = "2026-11-23"
-- $2 = "5"
-- $3 = "us-federal"
-- $4 = "org"
-- $5 = "2022-08-24"
-- $6 = "us"
-- $7 = "dayTrip"
SELECT t0.id AS subject, NULL::date AS period, t1."person" AS bearer, t1."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_deviation t0 LEFT JOIN fact_traveller t1 ON t1.org_id = t0.org_id AND t1.id = t0."traveller" LEFT JOIN fact_person t2 ON t2.org_id = t1.org_id AND t2.id = t1."person" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation" LEFT JOIN fact_trip t4 ON t4.org_id = t1.org_id AND t4.id = t1."trip" LEFT JOIN fact_organisation t5 ON t5.org_id = t4.org_id AND t5.id = t4."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t1."withdrawn_on" <= $1::date THEN t1."withdrawn_on" END) <= (feel_add_working_days($3::text, CASE WHEN t0."occurred_on" <= $1::date THEN t0."occurred_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."occurred_on" <= $1::date THEN t0."occurred_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_working_days($3::text, CASE WHEN t0."occurred_on" <= $1::date THEN t0."occurred_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $5::date AND ((((t3."seat") IS NOT DISTINCT FROM ($6::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t1."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($7::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- us-sead3-2017/defensive-briefing
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2022-08-24"
-- $4 = "us"
-- $5 = "defensive"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."person" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND t0."briefing_required")) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND t0."briefing_required")) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_person t2 ON t2.org_id = t0.org_id AND t2.id = t0."person" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation" LEFT JOIN fact_organisation t4 ON t4.org_id = t1.org_id AND t4.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t5.happened_on AS at, t5.id FROM fact_briefing t5 WHERE t5.org_id = t0.org_id AND t5."traveller" = t0.id AND t5."topic" = $5::text AND t5.happened_on <= $1::date AND (moment.closes IS NULL OR t5.happened_on <= moment.closes)) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t3."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND t0."briefing_required")) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-sead3-2017/deviation-report
-- $1 = "2026-11-23"
-- $2 = "5"
-- $3 = "us-federal"
-- $4 = "official"
-- $5 = "posting"
-- $6 = "org"
-- $7 = "2022-08-24"
-- $8 = "us"
-- $9 = "dayTrip"
SELECT t0.id AS subject, NULL::date AS period, t1."person" AS bearer, t1."person" AS assignee,
  CASE WHEN choice.taken = 1 OR choice.taken = 2 THEN 9 WHEN ((t1."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t2."abroad" AND (NOT (((t0."kind") IS NOT DISTINCT FROM ($9::text)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1 OR choice.taken = 2) AND ((t1."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t2."abroad" AND (NOT (((t0."kind") IS NOT DISTINCT FROM ($9::text)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1 OR choice.taken = 2) AND ((t1."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t2."abroad" AND (NOT (((t0."kind") IS NOT DISTINCT FROM ($9::text)))))) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_deviation t0 LEFT JOIN fact_traveller t1 ON t1.org_id = t0.org_id AND t1.id = t0."traveller" LEFT JOIN fact_trip t2 ON t2.org_id = t1.org_id AND t2.id = t1."trip" LEFT JOIN fact_person t3 ON t3.org_id = t1.org_id AND t3.id = t1."person" LEFT JOIN fact_organisation t4 ON t4.org_id = t3.org_id AND t4.id = t3."organisation" LEFT JOIN fact_organisation t5 ON t5.org_id = t2.org_id AND t5.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t1."withdrawn_on" <= $1::date THEN t1."withdrawn_on" END) <= (feel_add_working_days($3::text, CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END, $2::bigint))) THEN 1 WHEN ((t2."kind") IS NOT DISTINCT FROM ($4::text) OR (t2."kind") IS NOT DISTINCT FROM ($5::text)) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_working_days($3::text, CASE WHEN t2."returned_on" <= $1::date THEN t2."returned_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reported_on" <= $1::date THEN t0."reported_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $6::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $7::date AND ((((t4."seat") IS NOT DISTINCT FROM ($8::text)) OR ((t4."seat") IS NULL) OR (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t1."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t2."abroad" AND (NOT (((t0."kind") IS NOT DISTINCT FROM ($9::text)))))) IS NOT FALSE, false)
ORDER BY subject;

-- us-sead3-2017/emergency-full-report
-- $1 = "2026-11-23"
-- $2 = "5"
-- $3 = "us-federal"
-- $4 = "official"
-- $5 = "posting"
-- $6 = "org"
-- $7 = "2022-08-24"
-- $8 = "us"
-- $9 = "emergency"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."person" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 OR choice.taken = 2 THEN 9 WHEN ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND t1."emergency")) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1 OR choice.taken = 2) AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND t1."emergency")) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_person t2 ON t2.org_id = t0.org_id AND t2.id = t0."person" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation" LEFT JOIN fact_organisation t4 ON t4.org_id = t1.org_id AND t4.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (feel_add_working_days($3::text, CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END, $2::bigint))) THEN 1 WHEN ((t1."kind") IS NOT DISTINCT FROM ($4::text) OR (t1."kind") IS NOT DISTINCT FROM ($5::text)) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_working_days($3::text, CASE WHEN t1."returned_on" <= $1::date THEN t1."returned_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t5.happened_on AS at, t5.id FROM fact_travel_report t5 WHERE t5.org_id = t0.org_id AND t5."traveller" = t0.id AND t5."topic" = $9::text AND t5.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $6::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $7::date AND ((((t3."seat") IS NOT DISTINCT FROM ($8::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND t1."emergency")) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-sead3-2017/itinerary-before-travel
-- $1 = "2026-11-23"
-- $2 = "official"
-- $3 = "posting"
-- $4 = "org"
-- $5 = "2022-08-24"
-- $6 = "us"
-- $7 = "us-sead3-2017/itinerary-before-travel"
SELECT t0.id AS subject, NULL::date AS period, t0."person" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 OR choice.taken = 2 OR choice.taken = 3 THEN 9 WHEN ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad")) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t5 WHERE t5.org_id = t0.org_id AND t5.rule = $7::text AND t5.subject = t0.id
    AND t5.granted_on <= $1::date AND t5.until > $1::date AND t5.period IS NULL) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 OR choice.taken = 2 OR choice.taken = 3) AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad")) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 OR choice.taken = 2 OR choice.taken = 3) AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad")) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_person t2 ON t2.org_id = t0.org_id AND t2.id = t0."person" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation" LEFT JOIN fact_organisation t4 ON t4.org_id = t1.org_id AND t4.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 WHEN ((t1."kind") IS NOT DISTINCT FROM ($2::text) OR (t1."kind") IS NOT DISTINCT FROM ($3::text)) THEN 2 WHEN t1."emergency" THEN 3 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END AS met_on, ARRAY[t0."trip"] AS evidence WHERE CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $5::date AND ((((t3."seat") IS NOT DISTINCT FROM ($6::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad")) IS NOT FALSE, false)
ORDER BY subject;

-- us-sead3-2017/itinerary-with-days
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2022-08-24"
-- $4 = "us"
-- $5 = "private"
-- $6 = "study"
-- $7 = "training"
-- $8 = "us-sead3-2017/itinerary-with-days"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."person" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND ((t1."kind") IS NOT DISTINCT FROM ($5::text) OR (t1."kind") IS NOT DISTINCT FROM ($6::text) OR (t1."kind") IS NOT DISTINCT FROM ($7::text)))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t7 WHERE t7.org_id = t0.org_id AND t7.rule = $8::text AND t7.subject = t0.id
    AND t7.granted_on <= $1::date AND t7.until > $1::date AND t7.period IS NULL) THEN 8 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND ((t1."kind") IS NOT DISTINCT FROM ($5::text) OR (t1."kind") IS NOT DISTINCT FROM ($6::text) OR (t1."kind") IS NOT DISTINCT FROM ($7::text)))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_person t2 ON t2.org_id = t0.org_id AND t2.id = t0."person" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation" LEFT JOIN fact_organisation t4 ON t4.org_id = t1.org_id AND t4.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t5.e) IS NULL) THEN NULL ELSE max(t5.e) END FROM (VALUES (0, (CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END)::date), (1, (t1."departs_on")::date)) AS t5(n, e)) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t6.happened_on AS at, t6.id FROM fact_leg t6 WHERE t6.org_id = t0.org_id AND t6."trip" = t0."trip" AND t6.happened_on <= $1::date AND (((NOT (((t6."arrives_on") IS NULL))) AND (NOT (((t6."leaves_on") IS NULL)))))) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((((t3."seat") IS NOT DISTINCT FROM ($4::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND ((t1."kind") IS NOT DISTINCT FROM ($5::text) OR (t1."kind") IS NOT DISTINCT FROM ($6::text) OR (t1."kind") IS NOT DISTINCT FROM ($7::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- us-sead3-2017/late-itinerary
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "official"
-- $4 = "posting"
-- $5 = "org"
-- $6 = "2022-08-24"
-- $7 = "us"
SELECT t0.id AS subject, NULL::date AS period, t0."person" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 OR choice.taken = 2 OR choice.taken = 3 THEN 9 WHEN ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND (((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) IS NULL) OR ((NOT (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL))) AND ((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) > (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))))) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1 OR choice.taken = 2 OR choice.taken = 3) AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND (((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) IS NULL) OR ((NOT (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL))) AND ((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) > (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))))) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1 OR choice.taken = 2 OR choice.taken = 3) AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND (((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) IS NULL) OR ((NOT (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL))) AND ((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) > (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))))) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_person t2 ON t2.org_id = t0.org_id AND t2.id = t0."person" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation" LEFT JOIN fact_organisation t4 ON t4.org_id = t1.org_id AND t4.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (feel_add_to_day(CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END, $2::bigint))) THEN 1 WHEN ((t1."kind") IS NOT DISTINCT FROM ($3::text) OR (t1."kind") IS NOT DISTINCT FROM ($4::text)) THEN 2 WHEN t1."emergency" THEN 3 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END AS met_on, ARRAY[t0."trip"] AS evidence WHERE CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $5::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $6::date AND ((((t3."seat") IS NOT DISTINCT FROM ($7::text)) OR ((t3."seat") IS NULL) OR (NOT (((CASE WHEN t3."cleared_since" <= $1::date THEN t3."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t0."cleared" AND (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))) AND t1."abroad" AND (((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) IS NULL) OR ((NOT (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL))) AND ((CASE WHEN t1."submitted_on" <= $1::date THEN t1."submitted_on" END) > (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))))) IS NOT FALSE, false)
ORDER BY subject;

-- us-sead3-2017/prior-approval
-- $1 = "2026-11-23"
-- $2 = "official"
-- $3 = "posting"
-- $4 = "dayTrip"
-- $5 = "org"
-- $6 = "2022-08-24"
-- $7 = "us"
-- $8 = "agency"
-- $9 = "agreed"
-- $10 = "conditions"
-- $11 = "us-sead3-2017/prior-approval"
SELECT t0.id AS subject, NULL::date AS period, t0."person" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 OR choice.taken = 2 OR choice.taken = 4 THEN 9 WHEN ((t0."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t1."abroad")) IS NULL THEN 7 WHEN coalesce(found0.met_on, found1.met_on) IS NOT NULL THEN CASE WHEN coalesce(found0.met_on, found1.met_on) > moment.due THEN 2 ELSE 1 END WHEN EXISTS (SELECT FROM fact_waiver t7 WHERE t7.org_id = t0.org_id AND t7.rule = $11::text AND t7.subject = t0.id
    AND t7.granted_on <= $1::date AND t7.until > $1::date AND t7.period IS NULL) THEN 8 WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 OR choice.taken = 2 OR choice.taken = 4) AND ((t0."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t1."abroad")) IS NOT NULL THEN coalesce(found0.met_on, found1.met_on) ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 OR choice.taken = 2 OR choice.taken = 4) AND ((t0."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t1."abroad")) IS NOT NULL THEN CASE WHEN coalesce(found0.met_on, found1.met_on) IS NULL THEN ARRAY[]::text[] ELSE coalesce(found0.evidence, found1.evidence) END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip" LEFT JOIN fact_person t3 ON t3.org_id = t0.org_id AND t3.id = t0."person" LEFT JOIN fact_organisation t4 ON t4.org_id = t3.org_id AND t4.id = t3."organisation" LEFT JOIN fact_organisation t5 ON t5.org_id = t1.org_id AND t5.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 WHEN ((t1."kind") IS NOT DISTINCT FROM ($2::text) OR (t1."kind") IS NOT DISTINCT FROM ($3::text)) THEN 2 WHEN t1."emergency" THEN 3 WHEN EXISTS (SELECT FROM fact_deviation t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2.happened_on <= $1::date AND ((((t2."kind") IS NOT DISTINCT FROM ($4::text)) AND ((CASE WHEN t2."occurred_on" <= $1::date THEN t2."occurred_on" END) IS NOT DISTINCT FROM (t1."departs_on")) AND ((CASE WHEN t2."occurred_on" <= $1::date THEN t2."occurred_on" END) IS NOT DISTINCT FROM (t1."returns_on"))))) THEN 4 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t6.happened_on AS at, t6.id, (((t6."verdict") IS NOT DISTINCT FROM ($9::text) OR (t6."verdict") IS NOT DISTINCT FROM ($10::text))) AS holds FROM fact_approval t6 WHERE t6.org_id = t0.org_id AND t6."traveller" = t0.id AND t6."role" = $8::text AND t6.happened_on <= $1::date AND (moment.closes IS NULL OR t6.happened_on <= moment.closes) ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON (choice.taken = 0 OR choice.taken = 1 OR choice.taken = 2 OR choice.taken = 4)
LEFT JOIN LATERAL (SELECT CASE WHEN t1."oral_notice_on" <= $1::date THEN t1."oral_notice_on" END AS met_on, ARRAY[t0."trip"] AS evidence WHERE CASE WHEN t1."oral_notice_on" <= $1::date THEN t1."oral_notice_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t1."oral_notice_on" <= $1::date THEN t1."oral_notice_on" END <= moment.closes)) AS found1 ON (choice.taken = 3)
WHERE t0.org_id = $5::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $6::date AND ((((t4."seat") IS NOT DISTINCT FROM ($7::text)) OR ((t4."seat") IS NULL) OR (NOT (((CASE WHEN t4."cleared_since" <= $1::date THEN t4."cleared_since" END) IS NULL))))) IS NOT FALSE AND ((t0."cleared" AND (NOT (((CASE WHEN t5."cleared_since" <= $1::date THEN t5."cleared_since" END) IS NULL))) AND t1."abroad")) IS NOT FALSE, false)
ORDER BY subject;

