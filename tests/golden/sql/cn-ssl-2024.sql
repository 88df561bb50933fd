-- cn-ssl-2024/carried-item-permitted
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "carryAbroad"
-- $5 = "topSecret"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."left_out_on" <= $1::date THEN t0."left_out_on" END)) IS NOT NULL THEN 9 WHEN (t1."abroad") IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END, CASE WHEN t0."left_out_on" <= $1::date THEN t0."left_out_on" END)) IS NOT NULL) AND (t1."abroad") IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_carried_item t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."listed_on" <= $1::date THEN t0."listed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t2."approved_on" <= $1::date THEN t2."approved_on" END AS at, t2.id FROM fact_movement t2 LEFT JOIN fact_copy t3 ON t3.org_id = t2.org_id AND t3.id = t2."copy" LEFT JOIN fact_document t4 ON t4.org_id = t3.org_id AND t4.id = t3."document" WHERE t2.org_id = t0.org_id AND t2."copy" = t0."copy" AND t2."kind" = $4::text AND t2.happened_on <= $1::date AND CASE WHEN t2."approved_on" <= $1::date THEN t2."approved_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t2."approved_on" <= $1::date THEN t2."approved_on" END <= moment.closes) AND ((((CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END) IS NULL) AND ((t2."moves_on") >= (t1."departs_on")) AND ((t2."moves_on") <= (t1."returns_on")) AND (NOT (((t4."level") IS NOT DISTINCT FROM ($5::text))))))) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t1."abroad") IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssl-2024/carrier-in-the-post
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "ordinaryMail"
-- $5 = "mailAbroad"
-- $6 = "cn-ssl-2024/carrier-in-the-post"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN NOT (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text))) THEN 1 WHEN (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text))) THEN begun.on_day WHEN (((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text))) AND review.verdict <> 'confirmed' THEN review.decided_on END AS met_on, ARRAY[]::text[] AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t4.verdict, t4.decided_on FROM fact_review_decision t4
  WHERE t4.org_id = t0.org_id AND t4.rule = $6::text AND t4.subject = t0.id AND t4.decided_on <= $1::date
  ORDER BY t4.decided_on DESC, t4.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND (NOT (((t2."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/carrying-abroad-approval
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "carryAbroad"
SELECT t0.id AS subject, NULL::date AS period, t2."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_movement t0 LEFT JOIN fact_copy t1 ON t1.org_id = t0.org_id AND t1.id = t0."copy" LEFT JOIN fact_document t2 ON t2.org_id = t1.org_id AND t2.id = t1."document" LEFT JOIN fact_organisation t3 ON t3.org_id = t2.org_id AND t3.id = t2."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) IS NULL))) AND (((CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END) IS NULL) OR ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END)))) THEN 1 WHEN (NOT (((CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END) IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END ELSE t0."moves_on" END AS due, CASE WHEN choice.taken = 2 THEN CASE WHEN t0."moved_on" <= $1::date THEN t0."moved_on" END ELSE t0."moves_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t2."level") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/change-notice
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (feel_add_to_day(CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END, $2::bigint))) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (feel_add_to_day(CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END, $2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."changed_on" <= $1::date THEN t0."changed_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."change_notice_on" <= $1::date THEN t0."change_notice_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."change_notice_on" <= $1::date THEN t0."change_notice_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/circle-of-knowledge
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END)) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."scope_set_on" <= $1::date THEN t0."scope_set_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."scope_set_on" <= $1::date THEN t0."scope_set_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/classification-proposal
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS due, CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."proposed_on" <= $1::date THEN t0."proposed_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."proposed_on" <= $1::date THEN t0."proposed_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."proposed_on" <= $1::date THEN t0."proposed_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/classified-system-on-public-network
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "cn-ssl-2024/classified-system-on-public-network"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT (t0."public_network") THEN 1 WHEN (t0."public_network") IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT (t0."public_network") THEN begun.on_day WHEN (t0."public_network") AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t3 ON t3.org_id = t0.org_id AND t3.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END) <= ((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t4.verdict, t4.decided_on FROM fact_review_decision t4
  WHERE t4.org_id = t0.org_id AND t4.rule = $4::text AND t4.subject = t0.id AND t4.decided_on <= $1::date
  ORDER BY t4.decided_on DESC, t4.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL))) AND t0."classified")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/contractor-qualification
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "secretBusiness"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_engagement t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) IS NULL))) AND (((t0."starts_on") IS NULL) OR ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= (t0."starts_on")))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."qualification_seen_on" <= $1::date THEN t0."qualification_seen_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."qualification_seen_on" <= $1::date THEN t0."qualification_seen_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."qualification_seen_on" <= $1::date THEN t0."qualification_seen_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/contractor-secrecy-agreement
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "secretBusiness"
-- $5 = "secrecy"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_engagement t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) IS NULL))) AND (((t0."starts_on") IS NULL) OR ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= (t0."starts_on")))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id, t2.happened_on AS valid_from, t2."ends_on" AS valid_until FROM fact_agreement t2 WHERE t2.org_id = t0.org_id AND t2."engagement" = t0.id AND t2."kind" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes)) AS fitting WHERE valid_from <= t0."starts_on" AND (valid_until IS NULL OR valid_until > t0."starts_on")) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssl-2024/cooling-off-set
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_leaving t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (t0."effective_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."effective_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id FROM fact_cooling_off t1 WHERE t1.org_id = t0.org_id AND t1."leaving" = t0.id AND t1.happened_on <= $1::date AND ((((CASE WHEN t1."lifted_on" <= $1::date THEN t1."lifted_on" END) IS NULL) OR ((CASE WHEN t1."lifted_on" <= $1::date THEN t1."lifted_on" END) > (t0."effective_on"))))) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t0."secret_bearing") IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssl-2024/data-aggregation-guarded
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssl-2024.data-aggregation-guarded"
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

-- cn-ssl-2024/derived-level-differs
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "cn-ssl-2024/derived-level-differs"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT ((NOT (((t0."level") IS NOT DISTINCT FROM (t2."level"))))) THEN 1 WHEN ((NOT (((t0."level") IS NOT DISTINCT FROM (t2."level"))))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT ((NOT (((t0."level") IS NOT DISTINCT FROM (t2."level"))))) THEN begun.on_day WHEN ((NOT (((t0."level") IS NOT DISTINCT FROM (t2."level"))))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation" LEFT JOIN fact_document t2 ON t2.org_id = t0.org_id AND t2.id = t0."source"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END)) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t3.verdict, t3.decided_on FROM fact_review_decision t3
  WHERE t3.org_id = t0.org_id AND t3.rule = $4::text AND t3.subject = t0.id AND t3.decided_on <= $1::date
  ORDER BY t3.decided_on DESC, t3.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND t0."derivative" AND (NOT (((t0."source") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/device-treated-before-disposal
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "classifiedDevice"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_equipment t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."disposed_on" <= $1::date THEN t0."disposed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."disposed_on" <= $1::date THEN t0."disposed_on" END AS due, CASE WHEN t0."disposed_on" <= $1::date THEN t0."disposed_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."sanitised_on" <= $1::date THEN t0."sanitised_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."sanitised_on" <= $1::date THEN t0."sanitised_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."sanitised_on" <= $1::date THEN t0."sanitised_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/exit-approval
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "authority"
-- $5 = "agreed"
-- $6 = "conditions"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN (least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1 THEN 9 WHEN ((t0."secret_bearing" AND t1."abroad")) IS NULL THEN 7 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."secret_bearing" AND t1."abroad")) IS NOT NULL THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t1."cancelled_on" <= $1::date THEN t1."cancelled_on" END)) IS NOT NULL OR choice.taken = 1) AND ((t0."secret_bearing" AND t1."abroad")) IS NOT NULL THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_traveller t0 LEFT JOIN fact_trip t1 ON t1.org_id = t0.org_id AND t1.id = t0."trip"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t1."departed_on" <= $1::date THEN t1."departed_on" END)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."added_on" <= $1::date THEN t0."added_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t1."departs_on" AS due, t1."departs_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id, (((t2."verdict") IS NOT DISTINCT FROM ($5::text) OR (t2."verdict") IS NOT DISTINCT FROM ($6::text))) AS holds FROM fact_approval t2 WHERE t2.org_id = t0.org_id AND t2."traveller" = t0.id AND t2."role" = $4::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t0."secret_bearing" AND t1."abroad")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/foreign-access-review
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "foreignStaff"
-- $5 = "foreignBody"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_engagement t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) IS NULL))) AND (((t0."starts_on") IS NULL) OR ((CASE WHEN t0."ended_on" <= $1::date THEN t0."ended_on" END) <= (t0."starts_on")))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."reviewed_on" <= $1::date THEN t0."reviewed_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."reviewed_on" <= $1::date THEN t0."reviewed_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."reviewed_on" <= $1::date THEN t0."reviewed_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND ((t0."kind") IS NOT DISTINCT FROM ($4::text) OR (t0."kind") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/key-area-protection
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "6"
-- $5 = "physical"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_place t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."designated_on" <= $1::date THEN t0."designated_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id, (t3."passed") AS holds FROM fact_protection_check t3 WHERE t3.org_id = t0.org_id AND t3."place" = t0.id AND t3."kind" = $5::text AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."closed_on" <= $1::date THEN t0."closed_on" END))) AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND t0."key_area")) IS NOT FALSE, false)
ORDER BY subject, period;

-- cn-ssl-2024/leak-remedy
-- $1 = "1795449599999999"
-- $2 = "7200000000"
-- $3 = "2026-11-23"
-- $4 = "org"
-- $5 = "2024-05-01"
-- $6 = "stateSecretLeak"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::bigint > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::bigint END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_incident t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_at" <= $1::bigint THEN t0."dismissed_at" END) <= (feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $3::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)) AS due, NULL::bigint AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."contained_at" <= $1::bigint THEN t0."contained_at" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."contained_at" <= $1::bigint THEN t0."contained_at" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $3::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $3::date AND begun.on_day >= $5::date AND (((t0."clock") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/leak-report-promptly
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2024-05-01"
-- $5 = "2024-09-01"
-- $6 = "stateSecretLeak"
-- $7 = "secrecyAuthority"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_on" <= $1::date THEN t0."dismissed_on" END) <= (feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."discovered_on" <= $1::date THEN t0."discovered_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t1.happened_on AS at, t1.id FROM fact_referral t1 WHERE t1.org_id = t0.org_id AND t1."incident" = t0.id AND t1."receiver" = $7::text AND t1.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND begun.on_day < $5::date AND (((t0."clock") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssl-2024/leaving-items-returned
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_leaving t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (t0."effective_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."effective_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."items_returned_on" <= $1::date THEN t0."items_returned_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."items_returned_on" <= $1::date THEN t0."items_returned_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (t0."secret_bearing") IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/leaving-talk
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_leaving t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (t0."effective_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."effective_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."talk_on" <= $1::date THEN t0."talk_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."talk_on" <= $1::date THEN t0."talk_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((t0."secret_bearing" AND ((t0."without_permission") IS NOT DISTINCT FROM (false)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/level-on-plain-system
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "cn-ssl-2024/level-on-plain-system"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT ((((t0."classified") IS NOT DISTINCT FROM (false)) AND (NOT (((t0."level") IS NULL))))) THEN 1 WHEN ((((t0."classified") IS NOT DISTINCT FROM (false)) AND (NOT (((t0."level") IS NULL))))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT ((((t0."classified") IS NOT DISTINCT FROM (false)) AND (NOT (((t0."level") IS NULL))))) THEN begun.on_day WHEN ((((t0."classified") IS NOT DISTINCT FROM (false)) AND (NOT (((t0."level") IS NULL))))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t3 ON t3.org_id = t0.org_id AND t3.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END) <= ((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t4.verdict, t4.decided_on FROM fact_review_decision t4
  WHERE t4.org_id = t0.org_id AND t4.rule = $4::text AND t4.subject = t0.id AND t4.decided_on <= $1::date
  ORDER BY t4.decided_on DESC, t4.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND ((NOT (((CASE WHEN t3."secret_bearing_since" <= $1::date THEN t3."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/mark-without-level
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "cn-ssl-2024/mark-without-level"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT (((t0."level") IS NULL)) THEN 1 WHEN (((t0."level") IS NULL)) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT (((t0."level") IS NULL)) THEN begun.on_day WHEN (((t0."level") IS NULL)) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (CASE WHEN t0."marked_on" <= $1::date THEN t0."marked_on" END)) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (CASE WHEN t0."marked_on" <= $1::date THEN t0."marked_on" END))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."marked_on" <= $1::date THEN t0."marked_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t2.verdict, t2.decided_on FROM fact_review_decision t2
  WHERE t2.org_id = t0.org_id AND t2.rule = $4::text AND t2.subject = t0.id AND t2.decided_on <= $1::date
  ORDER BY t2.decided_on DESC, t2.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND ((t0."unclear") IS NOT DISTINCT FROM (false)) AND ((t0."above_power") IS NOT DISTINCT FROM (false)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/marking
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (feel_add_to_day(CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END, $2::bigint))) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (feel_add_to_day(CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END, $2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."marked_on" <= $1::date THEN t0."marked_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."marked_on" <= $1::date THEN t0."marked_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/meeting-education
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_meeting t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."held_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."held_on" AS due, t0."held_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."educated_on" <= $1::date THEN t0."educated_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."educated_on" <= $1::date THEN t0."educated_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."educated_on" <= $1::date THEN t0."educated_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/meeting-plan
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_meeting t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."held_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."planned_on" <= $1::date THEN t0."planned_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."held_on" AS due, t0."held_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."plan_on" <= $1::date THEN t0."plan_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."plan_on" <= $1::date THEN t0."plan_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."plan_on" <= $1::date THEN t0."plan_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/network-leak-reported
-- $1 = "1795449599999999"
-- $2 = "7200000000"
-- $3 = "2026-11-23"
-- $4 = "org"
-- $5 = "2024-05-01"
-- $6 = "networkSecret"
-- $7 = "secrecyAuthority"
-- $8 = "stateSecurity"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::bigint > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::bigint END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_incident t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_at" <= $1::bigint THEN t0."dismissed_at" END) <= (feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $3::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)) AS due, NULL::bigint AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT CASE WHEN t1."sent_at" <= $1::bigint THEN t1."sent_at" END AS at, t1.id FROM fact_referral t1 WHERE t1.org_id = t0.org_id AND t1."incident" = t0.id AND t1.happened_on <= $3::date AND CASE WHEN t1."sent_at" <= $1::bigint THEN t1."sent_at" END IS NOT NULL AND (((t1."receiver") IS NOT DISTINCT FROM ($7::text) OR (t1."receiver") IS NOT DISTINCT FROM ($8::text)))) AS fitting) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $3::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $3::date AND begun.on_day >= $5::date AND (((t0."clock") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssl-2024/network-leak-stopped
-- $1 = "1795449599999999"
-- $2 = "7200000000"
-- $3 = "2026-11-23"
-- $4 = "org"
-- $5 = "2024-05-01"
-- $6 = "networkSecret"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::bigint > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::bigint END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_incident t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."dismissed_at" <= $1::bigint THEN t0."dismissed_at" END) <= (feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."discovered_on" <= $3::date THEN t0."discovered_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_instant((CASE WHEN t0."discovered_at" <= $1::bigint THEN t0."discovered_at" END) + ($2::bigint)) AS due, NULL::bigint AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."contained_at" <= $1::bigint THEN t0."contained_at" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."contained_at" <= $1::bigint THEN t0."contained_at" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $3::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $3::date AND begun.on_day >= $5::date AND (((t0."clock") IS NOT DISTINCT FROM ($6::text))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/no-unprotected-copying-or-sending
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssl-2024.no-unprotected-copying-or-sending"
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

-- cn-ssl-2024/outside-access-approval
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_access_grant t0 LEFT JOIN fact_document t1 ON t1.org_id = t0.org_id AND t1.id = t0."document" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END AS due, CASE WHEN t0."granted_on" <= $1::date THEN t0."granted_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."approved_on" <= $1::date THEN t0."approved_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND t0."outside_scope")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/publication-review
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "864000000000"
-- $5 = "release"
-- $6 = "redact"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_publication t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((NOT (((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) IS NULL))) AND (((CASE WHEN t0."published_on" <= $1::date THEN t0."published_on" END) IS NULL) OR ((CASE WHEN t0."withdrawn_on" <= $1::date THEN t0."withdrawn_on" END) <= (CASE WHEN t0."published_on" <= $1::date THEN t0."published_on" END)))) THEN 1 WHEN (NOT (((CASE WHEN t0."published_on" <= $1::date THEN t0."published_on" END) IS NULL))) THEN 2 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."proposed_on" <= $1::date THEN t0."proposed_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN choice.taken = 2 THEN CASE WHEN t0."published_on" <= $1::date THEN t0."published_on" END ELSE feel_add_to_day(CASE WHEN t0."proposed_on" <= $1::date THEN t0."proposed_on" END, $4::bigint) END AS due, CASE WHEN choice.taken = 2 THEN CASE WHEN t0."published_on" <= $1::date THEN t0."published_on" END ELSE NULL::date END AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id, (((t2."verdict") IS NOT DISTINCT FROM ($5::text) OR (t2."verdict") IS NOT DISTINCT FROM ($6::text))) AS holds FROM fact_release_review t2 WHERE t2.org_id = t0.org_id AND t2."publication" = t0.id AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/restriction-compensation
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_cooling_off t0
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."lifted_on" <= $1::date THEN t0."lifted_on" END) <= (CASE WHEN t0."starts_on" <= $1::date THEN t0."starts_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."starts_on" <= $1::date THEN t0."starts_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."starts_on" <= $1::date THEN t0."starts_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."compensation_decided_on" <= $1::date THEN t0."compensation_decided_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."compensation_decided_on" <= $1::date THEN t0."compensation_decided_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date, false)
ORDER BY subject;

-- cn-ssl-2024/secrecy-body
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "2592000000000"
-- $5 = "secrecyBody"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $4::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, CASE WHEN t3."ended_on" <= $1::date THEN t3."ended_on" END AS valid_until FROM fact_appointment t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."role" = $5::text AND t3.happened_on <= $1::date) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-ssl-2024/secrecy-commitment
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "none"
-- $5 = "secrecy"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_assignment t0 LEFT JOIN fact_post t1 ON t1.org_id = t0.org_id AND t1.id = t0."post"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."starts_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id FROM fact_commitment t2 WHERE t2.org_id = t0.org_id AND t2."assignment" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date) AS fitting) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((t1."secret_class") IS NOT DISTINCT FROM ($4::text))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssl-2024/secrecy-education
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "state-secrets"
SELECT t0.id AS subject, span.start_day AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."secret_bearing_since" <= $1::date THEN t0."secret_bearing_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t2.happened_on AS at, t2.id FROM fact_course t2 WHERE t2.org_id = t0.org_id AND t2."organisation" = t0.id AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes) AND t2.happened_on >= span.start_day AND t2.happened_on < span.next_day AND (((CASE WHEN t2."cancelled_on" <= $1::date THEN t2."cancelled_on" END) IS NULL))) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END))), false)
ORDER BY subject, period;

-- cn-ssl-2024/secrecy-period-too-long
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "topSecret"
-- $5 = "360"
-- $6 = "secret"
-- $7 = "240"
-- $8 = "120"
-- $9 = "cn-ssl-2024/secrecy-period-too-long"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT (((t0."period_ends_on") > (feel_add_months(CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, (CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($4::text)) THEN $5::bigint ELSE CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($6::text)) THEN $7::bigint ELSE $8::bigint END END))))) THEN 1 WHEN (((t0."period_ends_on") > (feel_add_months(CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, (CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($4::text)) THEN $5::bigint ELSE CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($6::text)) THEN $7::bigint ELSE $8::bigint END END))))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT (((t0."period_ends_on") > (feel_add_months(CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, (CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($4::text)) THEN $5::bigint ELSE CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($6::text)) THEN $7::bigint ELSE $8::bigint END END))))) THEN begun.on_day WHEN (((t0."period_ends_on") > (feel_add_months(CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, (CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($4::text)) THEN $5::bigint ELSE CASE WHEN ((t0."level") IS NOT DISTINCT FROM ($6::text)) THEN $7::bigint ELSE $8::bigint END END))))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END)) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t2.verdict, t2.decided_on FROM fact_review_decision t2
  WHERE t2.org_id = t0.org_id AND t2.rule = $9::text AND t2.subject = t0.id AND t2.decided_on <= $1::date
  ORDER BY t2.decided_on DESC, t2.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND (NOT (((t0."level") IS NULL))) AND (NOT (((t0."period_ends_on") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/secrecy-qualification
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "secrecyQualification"
SELECT t0.id AS subject, NULL::date AS period, t0.id AS bearer, NULL::text AS assignee,
  CASE WHEN (least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT ((least(CASE WHEN t0."dissolved_on" <= $1::date THEN t0."dissolved_on" END)) IS NOT NULL) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_organisation t0
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."qualified_firm_since" <= $1::date THEN t0."qualified_firm_since" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."qualified_firm_since" <= $1::date THEN t0."qualified_firm_since" END)::date), (1, ($2::date)::date)) AS t2(n, e)) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (SELECT t3.happened_on AS at, t3.id, t3.happened_on AS valid_from, t3."valid_until" AS valid_until FROM fact_licence t3 WHERE t3.org_id = t0.org_id AND t3."organisation" = t0.id AND t3."kind" = $4::text AND t3.happened_on <= $1::date AND (((CASE WHEN t3."revoked_on" <= $1::date THEN t3."revoked_on" END) IS NULL))) AS every WHERE valid_from <= $1::date
  ) AS found WHERE valid_until IS NULL OR valid_until > $1::date ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date, false)
ORDER BY subject;

-- cn-ssl-2024/secrecy-rules
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "secrecy"
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

-- cn-ssl-2024/secrecy-training-before-post
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "none"
-- $5 = "state-secrets"
-- $6 = "12"
SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (t0.id) t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, t0."person" AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, found0.id AS evidence, moment.closes AS closes
FROM fact_assignment t0 LEFT JOIN fact_post t1 ON t1.org_id = t0.org_id AND t1.id = t0."post"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."cancelled_on" <= $1::date THEN t0."cancelled_on" END) <= (t0."starts_on")) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."decided_on" <= $1::date THEN t0."decided_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT t0."starts_on" AS due, t0."starts_on" AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, id FROM (SELECT t2.happened_on AS at, t2.id, t2.happened_on AS valid_from, coalesce(t2."valid_until", t2."lapses on") AS valid_until FROM (SELECT t2.*, feel_add_months(t2.happened_on, $6::bigint) AS "lapses on" FROM fact_completion t2 WHERE t2.org_id = $2::text AND t2.happened_on <= $1::date AND t2."topic" = $5::text OFFSET 0) t2 WHERE t2.org_id = t0.org_id AND t2."person" = t0."person" AND t2."topic" = $5::text AND t2.happened_on <= $1::date AND (moment.closes IS NULL OR t2.happened_on <= moment.closes)) AS fitting WHERE valid_from <= t0."starts_on" AND (valid_until IS NULL OR valid_until > t0."starts_on")) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND ((NOT (((t1."secret_class") IS NOT DISTINCT FROM ($4::text))))) IS NOT FALSE, false)
ORDER BY t0.id, found0.met_on, found0.id) AS each
ORDER BY subject;

-- cn-ssl-2024/secret-staff-rules
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "7776000000000"
-- $5 = "secretStaff"
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

-- cn-ssl-2024/security-programs-kept
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "12"
-- $5 = "cn-ssl-2024.security-programs-kept"
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

-- cn-ssl-2024/submission-beyond-power
-- $1 = "2026-11-23"
-- $2 = "86400000000"
-- $3 = "org"
-- $4 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END) <= (feel_add_to_day(CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, $2::bigint))) OR ((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (feel_add_to_day(CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, $2::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day(CASE WHEN t0."created_on" <= $1::date THEN t0."created_on" END, $2::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."draft_submitted_on" <= $1::date THEN t0."draft_submitted_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."draft_submitted_on" <= $1::date THEN t0."draft_submitted_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $4::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND t0."above_power")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/system-accepted-before-use
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
SELECT t0.id AS subject, NULL::date AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_system t0 LEFT JOIN fact_organisation t1 ON t1.org_id = t0.org_id AND t1.id = t0."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN ((CASE WHEN t0."retired_on" <= $1::date THEN t0."retired_on" END) <= (CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END)) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."in_use_on" <= $1::date THEN t0."in_use_on" END AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."accepted_on" <= $1::date THEN t0."accepted_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."accepted_on" <= $1::date THEN t0."accepted_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t1."secret_bearing_since" <= $1::date THEN t1."secret_bearing_since" END) IS NULL))) AND t0."classified")) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/top-secret-copy-consent
-- $1 = "2026-11-23"
-- $2 = "org"
-- $3 = "2024-05-01"
-- $4 = "topSecret"
SELECT t0.id AS subject, NULL::date AS period, t1."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, found0.met_on AS met_on, CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t1 ON t1.org_id = t0.org_id AND t1.id = t0."document" LEFT JOIN fact_organisation t2 ON t2.org_id = t1.org_id AND t2.id = t1."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END AS on_day) AS begun
CROSS JOIN LATERAL (SELECT CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END AS due, CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."originator_consent_on" <= $1::date THEN t0."originator_consent_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."originator_consent_on" <= $1::date THEN t0."originator_consent_on" END IS NOT NULL AND (moment.closes IS NULL OR CASE WHEN t0."originator_consent_on" <= $1::date THEN t0."originator_consent_on" END <= moment.closes)) AS found0 ON true
WHERE t0.org_id = $2::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $3::date AND (((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL))) AND t0."reproduction" AND ((t1."level") IS NOT DISTINCT FROM ($4::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/top-secret-keeper
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "86400000000"
-- $4 = "org"
-- $5 = "topSecret"
SELECT t0.id AS subject, NULL::date AS period, t4."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t4 ON t4.org_id = t0.org_id AND t4.id = t0."document" LEFT JOIN fact_organisation t5 ON t5.org_id = t4.org_id AND t5.id = t4."organisation"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)), $3::bigint))) OR ((CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END) <= (feel_add_to_day((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, ($2::date)::date)) AS t2(n, e)), $3::bigint)))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, ($2::date)::date)) AS t3(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT feel_add_to_day((SELECT CASE WHEN bool_or((t6.e) IS NULL) THEN NULL ELSE max(t6.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, ($2::date)::date)) AS t6(n, e)), $3::bigint) AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT CASE WHEN t0."custodian_named_on" <= $1::date THEN t0."custodian_named_on" END AS met_on, ARRAY[t0.id] AS evidence WHERE CASE WHEN t0."custodian_named_on" <= $1::date THEN t0."custodian_named_on" END IS NOT NULL) AS found0 ON true
WHERE t0.org_id = $4::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((NOT (((CASE WHEN t5."secret_bearing_since" <= $1::date THEN t5."secret_bearing_since" END) IS NULL))) AND ((t4."level") IS NOT DISTINCT FROM ($5::text)))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/top-secret-outside-secure-place
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "topSecret"
-- $5 = "cn-ssl-2024/top-secret-outside-secure-place"
SELECT t0.id AS subject, NULL::date AS period, t4."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN choice.taken = 1 THEN 9 WHEN NOT ((((t6."key_area") IS NOT DISTINCT FROM (false)) AND ((t6."secret_matters") IS NOT DISTINCT FROM (false)))) THEN 1 WHEN ((((t6."key_area") IS NOT DISTINCT FROM (false)) AND ((t6."secret_matters") IS NOT DISTINCT FROM (false)))) IS NULL THEN 7 WHEN review.verdict = 'confirmed' THEN 6 WHEN review.verdict IS NOT NULL THEN 1 ELSE 5 END AS status, moment.due AS due, CASE WHEN NOT (choice.taken = 1) THEN CASE WHEN NOT ((((t6."key_area") IS NOT DISTINCT FROM (false)) AND ((t6."secret_matters") IS NOT DISTINCT FROM (false)))) THEN begun.on_day WHEN ((((t6."key_area") IS NOT DISTINCT FROM (false)) AND ((t6."secret_matters") IS NOT DISTINCT FROM (false)))) AND review.verdict <> 'confirmed' THEN review.decided_on END ELSE NULL::date END AS met_on, CASE WHEN NOT (choice.taken = 1) THEN ARRAY[]::text[] ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_copy t0 LEFT JOIN fact_document t4 ON t4.org_id = t0.org_id AND t4.id = t0."document" LEFT JOIN fact_organisation t5 ON t5.org_id = t4.org_id AND t5.id = t4."organisation" LEFT JOIN fact_place t6 ON t6.org_id = t0.org_id AND t6.id = t0."place"
CROSS JOIN LATERAL (SELECT CASE WHEN (((CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END) <= ((SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)))) OR ((CASE WHEN t0."returned_on" <= $1::date THEN t0."returned_on" END) <= ((SELECT CASE WHEN bool_or((t2.e) IS NULL) THEN NULL ELSE max(t2.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, ($2::date)::date)) AS t2(n, e))))) THEN 1 ELSE 0 END AS taken) AS choice
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t3.e) IS NULL) THEN NULL ELSE max(t3.e) END FROM (VALUES (0, (CASE WHEN t0."made_on" <= $1::date THEN t0."made_on" END)::date), (1, ($2::date)::date)) AS t3(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT NULL::date AS due, NULL::date AS closes) AS moment
LEFT JOIN LATERAL (SELECT t7.verdict, t7.decided_on FROM fact_review_decision t7
  WHERE t7.org_id = t0.org_id AND t7.rule = $5::text AND t7.subject = t0.id AND t7.decided_on <= $1::date
  ORDER BY t7.decided_on DESC, t7.id DESC LIMIT 1) AS review ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND (((NOT (((CASE WHEN t5."secret_bearing_since" <= $1::date THEN t5."secret_bearing_since" END) IS NULL))) AND ((t4."level") IS NOT DISTINCT FROM ($4::text)) AND (NOT (((t0."place") IS NULL))))) IS NOT FALSE, false)
ORDER BY subject;

-- cn-ssl-2024/yearly-classification-review
-- $1 = "2026-11-23"
-- $2 = "2024-05-01"
-- $3 = "org"
-- $4 = "12"
SELECT t0.id AS subject, span.start_day AS period, t0."organisation" AS bearer, NULL::text AS assignee,
  CASE WHEN coalesce((least(CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END, CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END)) < span.next_day, false) THEN 9 WHEN found0.met_on IS NOT NULL THEN CASE WHEN found0.met_on > moment.due THEN 2 ELSE 1 END WHEN $1::date > moment.closes THEN 4 WHEN moment.due IS NULL THEN 7 WHEN $1::date > moment.due THEN 3 ELSE 0 END AS status, moment.due AS due, CASE WHEN NOT (coalesce((least(CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END, CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END)) < span.next_day, false)) THEN found0.met_on ELSE NULL::date END AS met_on, CASE WHEN NOT (coalesce((least(CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END, CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END)) < span.next_day, false)) THEN CASE WHEN found0.met_on IS NULL THEN ARRAY[]::text[] ELSE found0.evidence END ELSE ARRAY[]::text[] END AS evidence, moment.closes AS closes
FROM fact_document t0 LEFT JOIN fact_organisation t2 ON t2.org_id = t0.org_id AND t2.id = t0."organisation"
CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN bool_or((t1.e) IS NULL) THEN NULL ELSE max(t1.e) END FROM (VALUES (0, (CASE WHEN t0."determined_on" <= $1::date THEN t0."determined_on" END)::date), (1, ($2::date)::date)) AS t1(n, e)) AS on_day) AS begun
CROSS JOIN LATERAL (SELECT k, feel_add_months(begun.on_day, k * ($4::bigint)) AS start_day, feel_add_months(begun.on_day, (k + 1) * ($4::bigint)) AS next_day, feel_add_months(begun.on_day, (k - 1) * ($4::bigint)) AS last_start
  FROM generate_series(0::bigint, least(greatest(feel_months_between(begun.on_day, $1::date) / greatest($4::bigint, 1) + 2, 0), 3999)) AS k) AS span
CROSS JOIN LATERAL (SELECT (span.next_day - 1) AS due, (span.next_day - 1) AS closes) AS moment
LEFT JOIN LATERAL (SELECT at AS met_on, ARRAY[id] AS evidence FROM (SELECT t3.happened_on AS at, t3.id FROM fact_document_review t3 WHERE t3.org_id = t0.org_id AND t3."document" = t0.id AND t3.happened_on <= $1::date AND (moment.closes IS NULL OR t3.happened_on <= moment.closes) AND t3.happened_on >= span.start_day AND t3.happened_on < span.next_day) AS found ORDER BY at, id LIMIT 1) AS found0 ON true
WHERE t0.org_id = $3::text AND t0.happened_on <= $1::date AND coalesce(begun.on_day IS NOT NULL AND begun.on_day <= $1::date AND begun.on_day >= $2::date AND $4::bigint >= 1 AND span.start_day IS NOT NULL AND span.next_day > span.start_day AND (span.k = 0 OR span.last_start <= $1::date) AND ((least(CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END, CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END)) IS NULL OR span.start_day <= (least(CASE WHEN t0."declassified_on" <= $1::date THEN t0."declassified_on" END, CASE WHEN t0."destroyed_on" <= $1::date THEN t0."destroyed_on" END))) AND ((NOT (((CASE WHEN t2."secret_bearing_since" <= $1::date THEN t2."secret_bearing_since" END) IS NULL)))) IS NOT FALSE, false)
ORDER BY subject, period;

