import { addDays } from '../../calendar/index.ts';
import type { ScalarOperator } from '../operator.ts';
import { floorDays, movedDay } from './makers/guards.ts';
import { cannotCompute } from './makers/reasons.ts';
import { always } from './makers/signature.ts';

/**
 * A day and a duration in days and hours: midnight moved by the duration, and the civil day it then is. One and a half days after
 * 1 January is 2 January; one hour before 1 January is 31 December.
 */
export const addToDay: ScalarOperator = {
  arity: 'scalar',
  name: 'add to day',
  words: always('{0}之后{1}', '{1} after {0}'),
  cases: [
    { expression: '@"2024-02-28" + @"P1D"', value: '"2024-02-29"' },
    { expression: '@"2026-01-01" + @"PT36H"', value: '"2026-01-02"' },
    { expression: '@"P1D" + @"2026-12-31"', value: '"2027-01-01"' },
    { expression: '@"2199-12-31" + @"P1D"', value: 'null' },
    { expression: 'a + @"P1D"', context: { a: null }, value: 'null' },
    { expression: '@"2023-02-28" + @"P1D"', value: '"2023-03-01"' },
    {
      expression: '@"2024-03-01" + @"-PT1H"',
      value: '"2024-02-29"',
      note: 'midnight moved back an hour is the day before',
    },
    { expression: '@"2026-01-01" + a', context: { a: { '@': 'P104249D' } }, value: 'null' },
  ],
  typeOf: ([a = 'null', b = 'null']) =>
    a === 'day' && b === 'duration' ? { type: 'day', nullable: 'always' } : cannotCompute(a, '+', b),
  evaluate: ([day = null, micros = null]) =>
    day === null || micros === null ? null : addDays(day as number, floorDays(micros as number)),
  toKernel: ([day, micros], _, writer) => movedDay(day?.code ?? '', micros, 1, writer),
  toSql: ([day = '', micros = '']) => `feel_add_to_day(${day}, ${micros})`,
};
