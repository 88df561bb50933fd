import { addDays } from '../../calendar/index.ts';
import type { ScalarOperator } from '../operator.ts';
import { floorDays, movedDay } from './makers/guards.ts';
import { cannotCompute } from './makers/reasons.ts';
import { always } from './makers/signature.ts';

export const subtractFromDay: ScalarOperator = {
  arity: 'scalar',
  name: 'subtract from day',
  words: always('{0}之前{1}', '{1} before {0}'),
  cases: [
    { expression: '@"2024-03-01" - @"P1D"', value: '"2024-02-29"' },
    { expression: '@"2026-01-01" - @"PT1H"', value: '"2025-12-31"' },
    { expression: '@"1900-01-01" - @"P1D"', value: 'null' },
    { expression: '@"2026-01-01" - a', context: { a: { '@': 'P3D' } }, value: '"2025-12-29"' },
    { expression: '@"2024-03-01" - a * @"P1D"', context: { a: null }, value: 'null' },
    { expression: '@"2025-03-01" - @"P1D"', value: '"2025-02-28"' },
  ],
  typeOf: ([a = 'null', b = 'null']) =>
    a === 'day' && b === 'duration' ? { type: 'day', nullable: 'always' } : cannotCompute(a, '-', b),
  evaluate: ([day = null, micros = null]) =>
    day === null || micros === null ? null : addDays(day as number, floorDays(-(micros as number))),
  toKernel: ([day, micros], _, writer) => movedDay(day?.code ?? '', micros, -1, writer),
  toSql: ([day = '', micros = '']) => `feel_add_to_day(${day}, -(${micros}))`,
};
