import { formatDay, microsPerDay } from '../../calendar/index.ts';
import { type Node, writeSql } from '../../feel/index.ts';
import { chosenReading, periodDays, triggerDays } from '../../law/index.ts';
import { mostPeriods } from '../duty.ts';
import type { Writing } from './writing.ts';

/** Tests that the trigger day has come and lies within the rule. */
export function inForceSql({ rule, readings, writer }: Writing): string[] {
  // Where what is stored decides, the trigger day of any reading is one of this.
  const [first = rule] = readings;
  const { from } = triggerDays(first);
  const { to } = triggerDays(readings.length > 1 ? chosenReading(rule) : rule);
  return [
    'begun.on_day IS NOT NULL',
    `begun.on_day <= ${writer.asOf}`,
    `begun.on_day >= ${writer.param(formatDay(from), 'date')}`,
    ...(to === null ? [] : [`begun.on_day < ${writer.param(formatDay(to), 'date')}`]),
  ];
}

/** Every period begun by the day asked about, and the next; steps are taken from the anchor. */
export function periodsSql(every: Node, ended: string | null, tests: string[], writing: Writing): void {
  const { rule, readings, writer, laterals } = writing;
  const length = writeSql(every, writer);
  const asOf = writer.asOf;
  const months = every.type === 'months';
  const step = (k: string): string =>
    months ? `feel_add_months(begun.on_day, ${k} * (${length}))` : `feel_add_to_day(begun.on_day, ${k} * (${length}))`;
  const gone = months
    ? `feel_months_between(begun.on_day, ${asOf}) / greatest(${length}, 1)`
    : `(${asOf} - begun.on_day)::bigint * 86400000000 / greatest(${length}, 1)`;
  laterals.push(`CROSS JOIN LATERAL (SELECT k, ${step('k')} AS start_day, ${step('(k + 1)')} AS next_day, ${step('(k - 1)')} AS last_start
  FROM generate_series(0::bigint, least(greatest(${gone} + 2, 0), ${mostPeriods - 1})) AS k) AS span`);
  // A step of less than a day would begin two periods on one day.
  tests.push(
    `${length} >= ${months ? 1 : microsPerDay}`,
    'span.start_day IS NOT NULL',
    'span.next_day > span.start_day',
    `(span.k = 0 OR span.last_start <= ${asOf})`,
  );
  if (ended !== null) tests.push(`((${ended}) IS NULL OR span.start_day <= (${ended}))`);
  const read = readings.length > 1 ? null : periodDays(rule);
  if (!read) return;
  tests.push(`span.start_day >= ${writer.param(formatDay(read.from), 'date')}`);
  if (read.to !== null) tests.push(`span.start_day < ${writer.param(formatDay(read.to), 'date')}`);
}
