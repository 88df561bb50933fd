import type { Transaction } from '../../platform/database/transaction.ts';
import { periodOf } from './duty-row.ts';

export type DutyKey = { readonly rule: string; readonly subject: string; readonly period: string | null };

const keysOf = async (tx: Transaction, text: string, most: number): Promise<DutyKey[]> =>
  (await tx.once<{ rule: string; subject: string; period: string }>(text, [tx.org, most])).map((row) => ({
    ...row,
    period: periodOf(row.period),
  }));

/** Duties whose changes are not numbered through: one was taken away. */
export const changesMissing = (tx: Transaction, most: number): Promise<DutyKey[]> =>
  keysOf(
    tx,
    `SELECT rule, subject, period FROM duty_change WHERE org_id = $1::text
     GROUP BY rule, subject, period HAVING count(*) <> max(version) OR min(version) <> 1 ORDER BY 1, 2, 3 LIMIT $2::int`,
    most,
  );

/** Duties that are not what their last change says, or that are there without one, or not there without having gone. */
export const dutiesBesideChanges = (tx: Transaction, most: number): Promise<DutyKey[]> =>
  keysOf(
    tx,
    `WITH last AS MATERIALIZED (
       SELECT DISTINCT ON (rule, subject, period) rule, subject, period, version, status, due, met_on, evidence
       FROM duty_change WHERE org_id = $1::text ORDER BY rule, subject, period, version DESC),
     held AS MATERIALIZED (SELECT rule, subject, period, version, status, due, met_on, evidence FROM duty WHERE org_id = $1::text)
     SELECT rule, subject, period FROM last FULL JOIN held USING (rule, subject, period)
     WHERE (held.version IS NULL) <> (last.status IS NULL)
       OR held.version IS NOT NULL AND (last.version, last.status, last.due, last.met_on, last.evidence)
         IS DISTINCT FROM (held.version, held.status, held.due, held.met_on, held.evidence)
     ORDER BY 1, 2, 3 LIMIT $2::int`,
    most,
  );

export type DaySecret = { readonly day: string; readonly secret: Uint8Array; readonly marks: Uint8Array | null };

export const secretsOfDays = (tx: Transaction): Promise<DaySecret[]> =>
  tx.rows('SELECT day::text AS day, secret, marks FROM day_secret WHERE org_id = $1 ORDER BY day', [tx.org]);

/** The last day before one that was closed; null where none was. */
export const lastClosedBefore = async (tx: Transaction, day: string): Promise<string | null> =>
  (
    await tx.row<{ day: string | null }>(
      'SELECT max(day)::text AS day FROM day_secret WHERE org_id = $1 AND day < $2::date',
      [tx.org, day],
    )
  )?.day ?? null;
