import { addWorkingDays as step, type WorkingDays } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { always, fixed } from './makers/signature.ts';

function stepOrNone(calendar: WorkingDays, day: number, count: number): number {
  return day === noDay || Number.isNaN(count) ? noDay : (step(calendar, day, count) ?? noDay);
}

/** Our extension: the nth working day after a day (before it when n is below zero); the day itself is not counted. */
export const addWorkingDays: ScalarOperator = {
  arity: 'scalar',
  name: 'add working days',
  words: always('自{0}起第{1}个工作日，当日不计', '{1} working days from {0}, that day not counted'),
  cases: [
    { expression: 'add working days(@"2026-11-20", 1)', value: '"2026-11-23"' },
    { expression: 'add working days(@"2024-09-30", 1)', value: '"2024-10-08"' },
    { expression: 'add working days(@"2024-09-28", 0)', value: '"2024-09-29"' },
    { expression: 'add working days(@"2024-10-08", -1)', value: '"2024-09-30"' },
    { expression: 'add working days(a, 1)', context: { a: null }, value: 'null' },
    { expression: 'add working days(@"2199-12-31", 1)', value: 'null' },
    { expression: 'add working days(@"2024-02-28", 1)', value: '"2024-02-29"' },
    { expression: 'add working days(@"1900-01-01", -1)', value: 'null' },
    { expression: 'add working days(@"2024-02-28", a)', context: { a: 9007199254740991 }, value: 'null' },
  ],
  typeOf: fixed(['day', 'integer'], 'day', 'always'),
  evaluate: ([day = null, count = null], _, { calendar }) =>
    day === null || count === null ? null : step(calendar, day as number, count as number),
  toKernel: ([day, count], _, writer) => scalar(`${writer.constant(stepOrNone)}(calendar,${day?.code},${count?.code})`),
  toSql: ([day = '', count = ''], _, writer) => `feel_add_working_days(${writer.calendar()}, ${day}, ${count})`,
};
