import { microsPerDay } from '../../calendar/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { typeName } from '../types.ts';
import { dayNumber } from './shared.ts';

/** The time from the second day, or point in time, to the first. */
export const timeBetween: ScalarOperator = {
  arity: 'scalar',
  name: 'time between',
  words: { zh: '从{1}到{0}的时间', en: 'the time from {1} to {0}' },
  cases: [
    { expression: '@"2024-03-01" - @"2024-02-28"', value: '"P2D"' },
    { expression: '@"2026-01-01T00:00:00Z" - @"2025-12-31T23:00:00Z"', value: '"PT1H"' },
    { expression: '@"2026-01-01" - @"2026-01-01"', value: '"PT0S"' },
  ],
  typeOf: ([a = 'null', b = 'null']) => {
    const type = a === 'null' ? b : a;
    const other = b === 'null' ? a : b;
    return type === other && (type === 'day' || type === 'instant')
      ? { type: 'duration', nullable: 'args', want: [type, type] }
      : `cannot compute ${typeName(a)} - ${typeName(b)}`;
  },
  evaluate: ([a = null, b = null], [type]) =>
    a === null || b === null ? null : ((a as number) - (b as number)) * (type === 'day' ? microsPerDay : 1),
  toKernel: ([a, b], [type], writer) => {
    if (type !== 'day') return scalar(`((${a?.code})-(${b?.code}))`);
    const [x, y] = [writer.temp(a?.code ?? ''), writer.temp(b?.code ?? '')];
    return scalar(`((${dayNumber(x)}-${dayNumber(y)})*${microsPerDay})`);
  },
  toSql: ([a = '', b = ''], [type]) => (type === 'day' ? `(((${a}) - (${b}))::bigint * 86400000000)` : `((${a}) - (${b}))`),
};
