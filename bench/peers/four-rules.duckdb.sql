-- DuckDB on the four rules, by hand: dense integer keys, one join and hash aggregate for each kind of evidence (day and row packed in
-- one number, so that `min` finds both), the result in a table so that no row crosses into JavaScript. $name stands for a setting.
CREATE OR REPLACE TEMP TABLE answer AS
WITH base AS MATERIALIZED (
  SELECT tr.n, tr.person, tr.trip, tr.added, t.departs, t.emergency, t.created,
    CASE WHEN t.submitted <= $asOf THEN t.submitted END AS submitted,
    CASE WHEN t.departed <= $asOf THEN t.departed END AS departed,
    CASE WHEN t.returned <= $asOf THEN t.returned END AS returned,
    t.abroad IS NULL AS unclear,
    coalesce(t.cancelled <= $asOf, false) OR coalesce(tr.withdrawn <= $asOf, false) AS ended
  FROM traveller tr JOIN trip t ON t.n = tr.trip
  WHERE tr.added <= $asOf AND t.kind <> 'private' AND t.abroad IS NOT FALSE
), education AS (
  SELECT b.n, min((c.completed - DATE '1970-01-01')::BIGINT * 4294967296 + c.n) AS found
  FROM base b JOIN completion c ON c.person = b.person
  WHERE c.topic = 'pre-departure' AND c.completed <= least(b.departs, $asOf)
    AND coalesce(c.valid_until, c.completed + INTERVAL ($educationValidity) MONTH) > b.departs
  GROUP BY b.n
), check_ins AS (
  SELECT b.n, min((c.received - DATE '1970-01-01')::BIGINT * 4294967296 + c.n) AS found
  FROM base b JOIN check_in c ON c.traveller = b.n WHERE c.received >= b.departed AND c.received <= coalesce(b.returned, $asOf) AND c.received <= $asOf GROUP BY b.n
), debriefs AS (
  SELECT b.n, min((d.held - DATE '1970-01-01')::BIGINT * 4294967296 + d.n) AS found
  FROM base b JOIN debrief d ON d.traveller = b.n WHERE d.held >= b.returned AND d.held <= $asOf GROUP BY b.n
), duty AS (
  SELECT 0 AS rule, b.n, ended, unclear, false AS waived, CASE WHEN emergency THEN departs ELSE departs - $preDepartureLead END AS due, departs AS closes,
    found // 4294967296 AS met_on, found % 4294967296 AS evidence
  FROM base b LEFT JOIN education e ON e.n = b.n WHERE added >= $from0
  UNION ALL
  SELECT 1, b.n, ended, unclear, w.subject IS NOT NULL, CASE WHEN emergency THEN departs ELSE departs - $submissionLead END, departs,
    CASE WHEN submitted <= departs OR departs IS NULL THEN submitted - DATE '1970-01-01' END, trip
  FROM base b LEFT JOIN waived w ON w.subject = b.n WHERE created >= $from1 AND created <= $asOf
  UNION ALL
  SELECT 2, b.n, ended OR coalesce(returned < departed + $checkInInterval, false), unclear, false, departed + $checkInInterval, returned,
    found // 4294967296, found % 4294967296
  FROM base b LEFT JOIN check_ins c ON c.n = b.n WHERE departed >= $from2
  UNION ALL
  SELECT 3, b.n, ended, unclear, false, returned + $debriefWithin, NULL, found // 4294967296, found % 4294967296
  FROM base b LEFT JOIN debriefs d ON d.n = b.n WHERE returned >= $from3
)
SELECT rule::TINYINT AS rule, n::INTEGER AS subject,
  CASE WHEN ended THEN 9 WHEN unclear THEN 7
    WHEN met_on IS NOT NULL THEN CASE WHEN met_on > due - DATE '1970-01-01' THEN 2 ELSE 1 END
    WHEN waived THEN 8 WHEN closes < $asOf THEN 4 WHEN due IS NULL THEN 7 WHEN due < $asOf THEN 3 ELSE 0 END::TINYINT AS status,
  due - DATE '1970-01-01' AS due,
  CASE WHEN NOT ended AND NOT unclear THEN met_on END::INTEGER AS met_on,
  CASE WHEN NOT ended AND NOT unclear AND met_on IS NOT NULL THEN evidence END::INTEGER AS evidence
FROM duty ORDER BY rule, subject
