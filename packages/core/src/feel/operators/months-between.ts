import { monthsBetween as countMonths } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { always, fixed } from './makers/signature.ts';

const between = (from: number, to: number): number =>
  from === noDay || to === noDay ? Number.NaN : countMonths(from, to);

/** FEEL's `years and months duration(from, to)`: whole months, towards zero. */
export const monthsBetween: ScalarOperator = {
  arity: 'scalar',
  name: 'years and months duration',
  words: always('从{0}到{1}的整月数', 'the whole months from {0} to {1}'),
  cases: [
    { expression: 'years and months duration(@"2024-01-31", @"2024-02-29")', value: '"P0M"' },
    { expression: 'years and months duration(@"2023-02-28", @"2024-02-28")', value: '"P1Y"' },
    { expression: 'years and months duration(@"2024-03-01", @"2024-01-01")', value: '"-P2M"' },
    { expression: 'years and months duration(a, @"2024-01-01")', context: { a: null }, value: 'null' },
    {
      expression: 'years and months duration(@"2024-02-29", @"2025-02-28")',
      value: '"P11M"',
      note: 'the 28th is before the 29th',
    },
    { expression: 'years and months duration(@"1900-01-01", @"2199-12-31")', value: '"P299Y11M"' },
    { expression: 'years and months duration(@"2024-02-29", @"2024-01-31")', value: '"P0M"' },
  ],
  typeOf: fixed(['day', 'day'], 'months'),
  evaluate: ([from = null, to = null]) =>
    from === null || to === null ? null : countMonths(from as number, to as number),
  toKernel: ([from, to], _, writer) => scalar(`${writer.constant(between)}(${from?.code},${to?.code})`),
  toSql: ([from = '', to = '']) => `feel_months_between(${from}, ${to})`,
};
