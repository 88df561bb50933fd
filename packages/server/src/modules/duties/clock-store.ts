import { type Day, formatDay } from '@sallyport/core/calendar';
import { vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Evaluation } from './evaluation.ts';
import { assigned, type Cause } from './settle-statement.ts';

export type ClockState = { readonly carried_to: number; readonly closed_day: string | null; readonly law: string };

export const readClock = (tx: Transaction): Promise<ClockState | null> =>
  tx.row<ClockState>('SELECT carried_to, closed_day, law FROM duty_clock WHERE org_id = $1::text', [tx.org]);

export const startClock = (tx: Transaction, now: number, law: string): Promise<number> =>
  tx.count(
    'INSERT INTO duty_clock (org_id, carried_to, law) VALUES ($1::text, $2::bigint, $3::text) ON CONFLICT DO NOTHING',
    [tx.org, now, law],
  );

/** Never backwards: another process may have been faster. */
export const carryClock = (tx: Transaction, to: number): Promise<number> =>
  tx.count('UPDATE duty_clock SET carried_to = $2::bigint WHERE org_id = $1::text AND carried_to < $2::bigint', [
    tx.org,
    to,
  ]);

export const setLaw = (tx: Transaction, law: string): Promise<number> =>
  tx.count('UPDATE duty_clock SET law = $2::text WHERE org_id = $1::text AND law <> $2::text', [tx.org, law]);

/** Whether this transaction is the one that closes the day. */
export const claimDay = async (tx: Transaction, day: Day): Promise<boolean> =>
  (await tx.count(
    `UPDATE duty_clock SET closed_day = $2::date WHERE org_id = $1::text AND (closed_day IS NULL OR closed_day < $2::date)`,
    [tx.org, formatDay(day)],
  )) === 1;

export const keepSecret = (tx: Transaction, day: Day, secret: Uint8Array, marks: Uint8Array): Promise<number> =>
  tx.count('INSERT INTO day_secret (org_id, day, secret, marks) VALUES ($1::text, $2::date, $3::bytea, $4::bytea)', [
    tx.org,
    formatDay(day),
    Buffer.from(secret),
    Buffer.from(marks),
  ]);

export type Crossed = { readonly rule: string; readonly subject: string };

/** Duties whose next change lies before a moment, a chunk of them. Rules are told apart by their clock: days and microseconds. */
export const crossedDuties = (
  tx: Transaction,
  daily: readonly string[],
  day: Day,
  hourly: readonly string[],
  now: number,
  most: number,
): Promise<Crossed[]> =>
  tx.rows<Crossed>(
    `SELECT DISTINCT rule, subject FROM duty WHERE org_id = $1::text
       AND ((rule = ANY ($2::text[]) AND next_change < $3::bigint) OR (rule = ANY ($4::text[]) AND next_change < $5::bigint))
     ORDER BY rule, subject LIMIT $6::int`,
    [tx.org, daily, day, hourly, now, most],
  );

/** Tests whether a fact comes to be on the day $2, of whose eve $3 and $4 are the first and the last microsecond. */
const comesTrue = new Map(
  [...vocabulary.kinds.values()].map(({ name, fields }) => {
    const tests = Object.entries(fields).flatMap(([field, { timing, type }]) => {
      if (timing !== 'milestone' || (type !== 'day' && type !== 'instant')) return [];
      return type === 'day'
        ? `${columnName(field)} = $2::date`
        : `${columnName(field)} BETWEEN $3::bigint AND $4::bigint`;
    });
    return [name, ['happened_on = $2::date', ...tests].join(' OR ')];
  }),
);

/** Facts that were recorded ahead and come to be on a day: until then the duties did not see them. */
export async function comingTrue(
  tx: Transaction,
  kinds: readonly string[],
  day: Day,
  from: number,
  to: number,
): Promise<{ kind: string; ids: string[] }[]> {
  if (kinds.length === 0) return [];
  const parts = kinds.map(
    (kind) =>
      `SELECT '${kind}' AS kind, array_agg(id ORDER BY id) AS ids FROM ${tableName(kind)} WHERE org_id = $1::text AND (${comesTrue.get(kind)})`,
  );
  const rows = await tx.rows<{ kind: string; ids: string[] | null }>(
    `SELECT one.kind, one.ids FROM (SELECT $2::date AS day, $3::bigint AS since, $4::bigint AS until) AS asked, LATERAL (${parts.join(' UNION ALL ')}) AS one`,
    [tx.org, formatDay(day), from, to],
  );
  return rows.flatMap(({ kind, ids }) => (ids === null ? [] : [{ kind, ids }]));
}

/** Subjects of rules for which an evaluation of all says something else than what is stored. */
export async function differingDuties(
  tx: Transaction,
  rules: readonly string[],
  { text, params }: Evaluation,
  day: Day,
  now: number,
): Promise<Crossed[]> {
  const values = params({ org: tx.org, subjects: [], day, now });
  const [org, ids] = [`$${values.push(tx.org)}::text`, `$${values.push(rules)}::text[]`];
  const columns = 'rule, subject, period, status, due, closes, met_on, evidence, bearer';
  return tx.rows<Crossed>(
    `WITH fresh AS MATERIALIZED (SELECT ${columns
      .split(', ')
      .map((column) => `one.${column}`)
      .join(', ')}, coalesce(given.person, one.assignee) AS assignee FROM (${text}) AS one ${assigned(org)}),
       old AS MATERIALIZED (SELECT ${columns}, assignee FROM duty WHERE org_id = ${org} AND rule = ANY (${ids}))
     SELECT DISTINCT rule, subject FROM ((TABLE fresh EXCEPT TABLE old) UNION ALL (TABLE old EXCEPT TABLE fresh)) AS differing ORDER BY rule, subject`,
    values,
  );
}

export type Waiting = { readonly kind: string; readonly subject: string; readonly cause: Cause };

/** Takes subjects that wait, before they are evaluated: whoever puts one off meanwhile waits for us and puts it off again. */
export const takeWaiting = (tx: Transaction, most: number): Promise<Waiting[]> =>
  tx.rows<Waiting>(
    `DELETE FROM duty_recompute USING (
       SELECT kind, subject FROM duty_recompute WHERE org_id = $1::text ORDER BY kind, subject LIMIT $2::int FOR UPDATE) AS taken
     WHERE duty_recompute.org_id = $1::text AND duty_recompute.kind = taken.kind AND duty_recompute.subject = taken.subject
     RETURNING duty_recompute.kind, duty_recompute.subject, duty_recompute.cause`,
    [tx.org, most],
  );

/** All subjects of a kind, and those that have duties and are gone. */
export const putOffAll = (tx: Transaction, kind: string, cause: Cause, since: number): Promise<number> =>
  tx.count(
    `INSERT INTO duty_recompute (org_id, kind, subject, cause, since)
     SELECT $1::text, $2::text, id, $3::text, $4::bigint FROM ${tableName(kind)} WHERE org_id = $1::text ORDER BY id
     ON CONFLICT DO NOTHING`,
    [tx.org, kind, cause, since],
  );
