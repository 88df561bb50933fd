import { formatDay } from '../../calendar/index.ts';
import type { SqlWriter } from '../../feel/index.ts';
import type { Rule, Status } from '../../law/index.ts';
import { statusCode } from '../duty.ts';

/** While a duty is so, whatever revision comes reads it. */
const open: readonly Status[] = ['pending', 'overdue', 'review', 'unclear', 'waived'];

/**
 * As `revisionReading`, of the duty as it is stored: the test that a reading is the one that reads it. `settled.under` is the revision
 * under which it is settled: null while it is open, 0 where it is not stored yet.
 */
export function readingSql(
  rule: Rule,
  readings: readonly Rule[],
  { alias, on, writer }: { readonly alias: string; readonly on: string; readonly writer: SqlWriter },
): { readonly lateral: string; readonly test: string } {
  const period = rule.every ? 'span.start_day' : `DATE '-infinity'`;
  const opens = `status IN (${open.map(statusCode).join(', ')})`;
  const lateral = `CROSS JOIN LATERAL (SELECT (CASE WHEN count(*) = 0 THEN 0 ELSE max(CASE WHEN ${opens} THEN NULL ELSE revision END) END)::int AS under
  FROM duty AS stored WHERE stored.org_id = ${alias}.org_id AND stored.rule = ${writer.param(rule.id, 'text')} AND stored.subject = ${alias}.id AND stored.period = ${period}) AS settled`;
  const reads = ({ revision, appliesFrom, reassesses }: Rule): string => {
    const from = writer.param(formatDay(appliesFrom), 'date');
    const later = reassesses ? 'true' : `(settled.under IS NULL OR settled.under >= ${revision})`;
    return `(${on} >= ${from} OR (${from} <= ${writer.asOf} AND ${later}))`;
  };
  const newer = readings.filter(({ revision }) => revision > rule.revision);
  const own = readings[0]?.revision === rule.revision ? [] : [reads(rule)];
  const tests = [...own, ...newer.map((reading) => `NOT ${reads(reading)}`)];
  return { lateral, test: tests.join(' AND ') };
}
