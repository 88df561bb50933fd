import { microsPerDay } from '../../calendar/index.ts';
import type { ScalarOperator } from '../operator.ts';
import { dayNumber, integerCode, integerOrNull } from './makers/guards.ts';
import { cannotCompute } from './makers/reasons.ts';
import { always } from './makers/signature.ts';

/** The time from the second day, or point in time, to the first. */
export const timeBetween: ScalarOperator = {
  arity: 'scalar',
  name: 'time between',
  words: always('从{1}到{0}的时间', 'the time from {1} to {0}'),
  cases: [
    { expression: '@"2024-03-01" - @"2024-02-28"', value: '"P2D"' },
    { expression: '@"2026-01-01T00:00:00Z" - @"2025-12-31T23:00:00Z"', value: '"PT1H"' },
    { expression: '@"2026-01-01" - @"2026-01-01"', value: '"PT0S"' },
    { expression: '@"2025-03-01" - @"2024-02-29"', value: '"P366D"' },
    { expression: 'a - @"2026-01-01"', context: { a: { '@': '2025-12-31' } }, value: '"-P1D"' },
    { expression: '@"2199-12-31" - @"1900-01-01"', value: 'null', note: 'more than 2^53 - 1 microseconds' },
    { expression: '@"2026-01-01" - (@"2199-12-31" + @"P1D")', value: 'null' },
  ],
  typeOf: ([a = 'null', b = 'null']) => {
    const type = a === 'null' ? b : a;
    const other = b === 'null' ? a : b;
    return type === other && (type === 'day' || type === 'instant')
      ? { type: 'duration', nullable: 'always', want: [type, type] }
      : cannotCompute(a, '-', b);
  },
  evaluate: ([a = null, b = null], [type]) =>
    a === null || b === null
      ? null
      : integerOrNull(((a as number) - (b as number)) * (type === 'day' ? microsPerDay : 1)),
  toKernel: ([a, b], [type], writer) => {
    if (type !== 'day') return integerCode(`(${a?.code})-(${b?.code})`, writer);
    const [x, y] = [writer.temp(a?.code ?? ''), writer.temp(b?.code ?? '')];
    return integerCode(`(${dayNumber(x)}-${dayNumber(y)})*${microsPerDay}`, writer);
  },
  toSql: ([a = '', b = ''], [type]) =>
    type === 'day'
      ? `feel_integer(((${a}) - (${b}))::numeric * ${microsPerDay})`
      : `feel_integer((${a})::numeric - (${b})::numeric)`,
};
