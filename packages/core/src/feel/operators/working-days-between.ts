import { workingDaysBetween as count, type WorkingDays } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { always, fixed } from './makers/signature.ts';

const countOrNone = (calendar: WorkingDays, from: number, to: number): number =>
  from === noDay || to === noDay ? Number.NaN : count(calendar, from, to);

/** Our extension: working days after the first day, up to and including the second. */
export const workingDaysBetween: ScalarOperator = {
  arity: 'scalar',
  name: 'working days between',
  words: always('{0}之后至{1}的工作日数', 'the working days after {0} up to {1}'),
  cases: [
    { expression: 'working days between(@"2026-11-20", @"2026-11-23")', value: '1' },
    { expression: 'working days between(@"2024-09-30", @"2024-10-08")', value: '1' },
    { expression: 'working days between(@"2026-11-23", @"2026-11-20")', value: '-1' },
    { expression: 'working days between(@"2026-11-23", a)', context: { a: null }, value: 'null' },
    { expression: 'working days between(@"2024-02-28", @"2024-03-01")', value: '2' },
    { expression: 'working days between(@"2026-11-23", @"2026-11-23")', value: '0' },
  ],
  typeOf: fixed(['day', 'day'], 'integer'),
  evaluate: ([from = null, to = null], _, { calendar }) =>
    from === null || to === null ? null : count(calendar, from as number, to as number),
  toKernel: ([from, to], _, writer) => scalar(`${writer.constant(countOrNone)}(calendar,${from?.code},${to?.code})`),
  toSql: ([from = '', to = ''], _, writer) => `feel_working_days_between(${writer.calendar()}, ${from}, ${to})`,
};
