/**
 * Functions the generated SQL calls, PostgreSQL 15 dialect; installed by a migration in the server and before the first query on the
 * command line. Each is total: out of range is null, never an error. `interval` appears nowhere (DECISIONS 2.3). Most are plain SQL
 * expressions, which the planner inlines.
 */
export const sqlFunctions = `
CREATE OR REPLACE FUNCTION feel_integer(n numeric) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN n BETWEEN -9007199254740991 AND 9007199254740991
    THEN least(greatest(n, -9007199254740991), 9007199254740991)::bigint END $$;

CREATE OR REPLACE FUNCTION feel_instant(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN n BETWEEN -2208988800000000 AND 7258118399999999 THEN n END $$;

CREATE OR REPLACE FUNCTION feel_day(d date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN d BETWEEN DATE '1900-01-01' AND DATE '2199-12-31' THEN d END $$;

-- Midnight moved by microseconds, rounded down to the civil day; so many days that the sum stays a date.
CREATE OR REPLACE FUNCTION feel_add_to_day(d date, micros bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT feel_day(d + least(greatest((micros - ((micros % 86400000000) + 86400000000) % 86400000000) / 86400000000, -300000), 300000)::int) $$;

CREATE OR REPLACE FUNCTION feel_month_start(month_index bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT make_date((least(greatest(month_index, 12000), 60000) / 12)::int, (least(greatest(month_index, 12000), 60000) % 12)::int + 1, 1) $$;

-- The same day number some months away, clamped to the last day of that month. One expression over its arguments and nothing else, so
-- that the planner writes it into the query: a call for each row costs twenty times as much.
CREATE OR REPLACE FUNCTION feel_add_months(d date, months bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN d BETWEEN DATE '1900-01-01' AND DATE '2199-12-31' AND (date_part('year', d)::int * 12 + date_part('month', d)::int - 1 + least(greatest(months, -3600), 3600)::int) BETWEEN 22800 AND 26399 THEN least(
    make_date((date_part('year', d)::int * 12 + date_part('month', d)::int - 1 + least(greatest(months, -3600), 3600)::int) / 12, (date_part('year', d)::int * 12 + date_part('month', d)::int - 1 + least(greatest(months, -3600), 3600)::int) % 12 + 1, 1) + date_part('day', d)::int - 1,
    make_date(((date_part('year', d)::int * 12 + date_part('month', d)::int - 1 + least(greatest(months, -3600), 3600)::int) + 1) / 12, ((date_part('year', d)::int * 12 + date_part('month', d)::int - 1 + least(greatest(months, -3600), 3600)::int) + 1) % 12 + 1, 1) - 1) END $$;

CREATE OR REPLACE FUNCTION feel_months_between(a date, b date) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN a <= b
    THEN months - CASE WHEN extract(day FROM b) < extract(day FROM a) THEN 1 ELSE 0 END
    ELSE months + CASE WHEN extract(day FROM a) < extract(day FROM b) THEN 1 ELSE 0 END END
  FROM (SELECT (extract(year FROM b)::bigint - extract(year FROM a)::bigint) * 12
             + extract(month FROM b)::bigint - extract(month FROM a)::bigint AS months) AS step $$;

CREATE OR REPLACE FUNCTION feel_make_day(y bigint, m bigint, d bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN y BETWEEN 1900 AND 2199 AND m BETWEEN 1 AND 12 AND d BETWEEN 1 AND feel_month_start(i + 1) - feel_month_start(i)
    THEN feel_month_start(i) + least(greatest(d, 1), 31)::int - 1 END
  FROM (SELECT least(greatest(y, 1900), 2199) * 12 + least(greatest(m, 1), 12) - 1 AS i) AS step $$;

CREATE OR REPLACE FUNCTION feel_substring(s text, start_at bigint, size bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN start_at <> 0 AND size >= 0 THEN
    substr(s, CASE WHEN start_at > 0 THEN least(start_at, 1000000000) ELSE greatest(length(s) + greatest(start_at, -1000000000) + 1, 1) END::int,
           least(greatest(size, 0), 1000000000)::int) END $$;

CREATE OR REPLACE FUNCTION feel_ends_with(s text, part text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT right(s, length(part)) = part $$;

CREATE OR REPLACE FUNCTION feel_substring_before(s text, part text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN position(part IN s) >= 0 THEN substr(s, 1, greatest(position(part IN s) - 1, 0)) END $$;

CREATE OR REPLACE FUNCTION feel_substring_after(s text, part text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN position(part IN s) > 0 THEN substr(s, position(part IN s) + length(part))
              WHEN position(part IN s) = 0 THEN '' END $$;

-- 34 digits, half to even; beyond a thousand places null.
CREATE OR REPLACE FUNCTION feel_decimal(n numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  size text := split_part(abs(n)::text, '.', 1);
  places int;
  cut numeric;
  rest numeric;
  unit numeric;
BEGIN
  IF n IS NULL THEN RETURN NULL; END IF;
  IF n = 0 THEN RETURN 0; END IF;
  IF abs(n) >= 1 THEN places := 34 - length(size);
  ELSE places := 34 + length(split_part(abs(n)::text, '.', 2)) - length(ltrim(split_part(abs(n)::text, '.', 2), '0'));
  END IF;
  IF places > 1100 OR places < -1100 THEN RETURN NULL; END IF;
  unit := ('1e' || (-places))::numeric;
  cut := trunc(n, places);
  rest := abs(n - cut) * 2;
  IF rest > unit OR (rest = unit AND mod(abs(cut) / unit, 2) = 1) THEN cut := cut + sign(n) * unit; END IF;
  cut := trim_scale(cut);
  IF scale(cut) > 1000 OR length(split_part(abs(cut)::text, '.', 1)) > 1000 THEN RETURN NULL; END IF;
  RETURN cut;
END $$;

CREATE OR REPLACE FUNCTION feel_divide(a numeric, b numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  shift int;
  quotient numeric;
  scaled numeric;
BEGIN
  IF a IS NULL OR b IS NULL OR b = 0 THEN RETURN NULL; END IF;
  IF a = 0 THEN RETURN 0; END IF;
  shift := 40 + scale(a) + length(split_part(abs(b)::text, '.', 1));
  scaled := a * ('1e' || (shift + scale(b)))::numeric;
  quotient := div(scaled, b);
  -- A last digit that says "and a little more" keeps the rounding to even exact.
  RETURN feel_decimal((quotient * 10 + CASE WHEN quotient * b = scaled THEN 0 ELSE sign(a) * sign(b) END)
    * ('1e' || (-(shift + scale(b) + 1)))::numeric);
END $$;

CREATE TABLE IF NOT EXISTS calendar_day (calendar text NOT NULL, day date NOT NULL, ordinal int NOT NULL, PRIMARY KEY (calendar, day));
CREATE TABLE IF NOT EXISTS calendar_working_day (calendar text NOT NULL, ordinal int NOT NULL, day date NOT NULL, PRIMARY KEY (calendar, ordinal));

CREATE OR REPLACE FUNCTION feel_add_working_days(name text, d date, n bigint) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT w.day FROM calendar_day c
  LEFT JOIN calendar_working_day own ON own.calendar = name AND own.ordinal = c.ordinal AND own.day = c.day
  LEFT JOIN calendar_working_day w ON w.calendar = name AND w.ordinal =
    (c.ordinal + least(greatest(n, -200000), 200000) + CASE WHEN n > 0 OR own.day IS NOT NULL THEN 0 ELSE 1 END)::int
  WHERE c.calendar = name AND c.day = d AND n IS NOT NULL $$;

CREATE OR REPLACE FUNCTION feel_working_days_between(name text, a date, b date) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (SELECT ordinal::bigint FROM calendar_day WHERE calendar = name AND day = b)
       - (SELECT ordinal::bigint FROM calendar_day WHERE calendar = name AND day = a) $$;
`;
