-- The four rules by hand, as one statement over the same fact tables with the same columns out. $1 organisation, $2 the day asked about.
-- Evidence is grouped once per person or traveller into arrays in the order in which it counts, so that a duty takes the first that fits.
-- The settings are written out: 3 and 10 days, 2 days, 12 months, 5 days.
WITH base AS MATERIALIZED (
  SELECT tr.id AS subject, tr.person, tr.trip, tr.happened_on AS added_on, t.organisation, t.departs_on, t.emergency, t.created_on,
    CASE WHEN t.submitted_on <= $2::date THEN t.submitted_on END AS submitted_on,
    CASE WHEN t.departed_on <= $2::date THEN t.departed_on END AS departed_on,
    CASE WHEN t.returned_on <= $2::date THEN t.returned_on END AS returned_on,
    coalesce(t.cancelled_on <= $2::date, false) OR coalesce(tr.withdrawn_on <= $2::date, false) AS ended,
    t.abroad IS NULL AS unclear
  FROM fact_traveller tr JOIN fact_trip t ON t.org_id = tr.org_id AND t.id = tr.trip
  WHERE tr.org_id = $1::text AND tr.happened_on <= $2::date AND t.kind <> 'private' AND t.abroad IS NOT FALSE
), education AS (
  SELECT c.person, array_agg(c.completed_on ORDER BY c.completed_on, c.id) AS days, array_agg(c.id ORDER BY c.completed_on, c.id) AS ids,
    array_agg(coalesce(c.valid_until, (c.completed_on + interval '12 months')::date) ORDER BY c.completed_on, c.id) AS ends
  FROM fact_completion c WHERE c.org_id = $1::text AND c.topic = 'pre-departure' AND c.completed_on <= $2::date GROUP BY c.person
), check_ins AS (
  SELECT c.traveller, array_agg(c.received_on ORDER BY c.received_on, c.id) AS days, array_agg(c.id ORDER BY c.received_on, c.id) AS ids
  FROM fact_check_in c WHERE c.org_id = $1::text AND c.received_on <= $2::date GROUP BY c.traveller
), debriefs AS (
  SELECT d.traveller, array_agg(d.held_on ORDER BY d.held_on, d.id) AS days, array_agg(d.id ORDER BY d.held_on, d.id) AS ids
  FROM fact_debrief d WHERE d.org_id = $1::text AND d.held_on <= $2::date GROUP BY d.traveller
), waived AS (
  SELECT DISTINCT w.subject FROM fact_waiver w
  WHERE w.org_id = $1::text AND w.rule = 'org-policy/trip-submission-lead' AND w.granted_on <= $2::date AND w.until > $2::date AND w.period IS NULL
), duty AS (
  SELECT 0 AS rule, b.subject, b.organisation, b.person, b.ended, b.unclear, false AS waived,
    CASE WHEN b.emergency THEN b.departs_on ELSE b.departs_on - 3 END AS due, b.departs_on AS closes, e.days[f.n] AS met_on, e.ids[f.n] AS evidence
  FROM base b LEFT JOIN education e ON e.person = b.person
  LEFT JOIN LATERAL (SELECT min(n) AS n FROM generate_subscripts(e.days, 1) AS n WHERE e.days[n] <= b.departs_on AND (e.ends[n] IS NULL OR e.ends[n] > b.departs_on)) AS f ON true
  WHERE b.added_on >= DATE '2023-09-01'
  UNION ALL
  SELECT 1, b.subject, b.organisation, b.person, b.ended, b.unclear, w.subject IS NOT NULL,
    CASE WHEN b.emergency THEN b.departs_on ELSE b.departs_on - 10 END, b.departs_on,
    CASE WHEN b.departs_on IS NULL OR b.submitted_on <= b.departs_on THEN b.submitted_on END, b.trip
  FROM base b LEFT JOIN waived w ON w.subject = b.subject WHERE b.created_on >= DATE '2000-01-01' AND b.created_on <= $2::date
  UNION ALL
  SELECT 2, b.subject, b.organisation, b.person, b.ended OR coalesce(b.returned_on < b.departed_on + 2, false), b.unclear, false,
    b.departed_on + 2, b.returned_on, c.days[f.n], c.ids[f.n]
  FROM base b LEFT JOIN check_ins c ON c.traveller = b.subject
  LEFT JOIN LATERAL (SELECT min(n) AS n FROM generate_subscripts(c.days, 1) AS n WHERE c.days[n] >= b.departed_on AND (b.returned_on IS NULL OR c.days[n] <= b.returned_on)) AS f ON true
  WHERE b.departed_on >= DATE '2023-09-01'
  UNION ALL
  SELECT 3, b.subject, b.organisation, b.person, b.ended, b.unclear, false, b.returned_on + 5, NULL, d.days[f.n], d.ids[f.n]
  FROM base b LEFT JOIN debriefs d ON d.traveller = b.subject
  LEFT JOIN LATERAL (SELECT min(n) AS n FROM generate_subscripts(d.days, 1) AS n WHERE d.days[n] >= b.returned_on) AS f ON true
  WHERE b.returned_on >= DATE '2023-09-01'
)
SELECT rule, subject, NULL::date AS period, organisation AS bearer, person AS assignee,
  CASE WHEN ended THEN 9 WHEN unclear THEN 7 WHEN met_on IS NOT NULL THEN CASE WHEN met_on > due THEN 2 ELSE 1 END
    WHEN waived THEN 8 WHEN closes < $2::date THEN 4 WHEN due IS NULL THEN 7 WHEN due < $2::date THEN 3 ELSE 0 END AS status,
  due, CASE WHEN NOT ended AND NOT unclear THEN met_on END AS met_on,
  CASE WHEN NOT ended AND NOT unclear AND met_on IS NOT NULL THEN ARRAY[evidence] ELSE ARRAY[]::text[] END AS evidence
FROM duty ORDER BY rule, subject
